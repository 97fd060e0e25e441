import type { Fields } from './fields.ts'
import type { Server } from './server.ts'

const documentDbVersions = { documentdb_versions: ['0.117-0', '0.117.0'], kind: '' }

/** A hello reply as the server's product gives it. */
export function productHello({ product, address }: Server, reply: Fields): Fields {
  switch (product) {
    case 'mongodb':
      return reply
    case 'ferretdb': {
      // FerretDB 1.24, as recorded: no topology version, no read-only flag beyond this.
      const { topologyVersion: _, ...rest } = reply
      return { ...rest, maxWireVersion: 21 }
    }
    case 'documentdb':
      // The open-source gateway: a sharded cluster's hello, with the versions of its extensions.
      return { ...reply, msg: 'isdbgrid', internal: documentDbVersions }
    case 'cosmosdb':
      // Azure Cosmos DB for MongoDB (RU): every reply carries the name of its type; the set is always `globaldb`.
      return {
        _t: 'IsMasterResponse',
        ...reply,
        tags: { region: 'West Europe' },
        hosts: [address],
        setName: 'globaldb',
        setVersion: 1,
        primary: address,
        me: address,
      }
  }
}

/** The reply to buildInfo as the server's product gives it. */
export function buildInfo({ product, compat, version }: Server): Fields {
  const versionArray = [...version.split('.').map(Number), 0, 0, 0, 0].slice(0, 4)
  const common = { version, versionArray, bits: 64, debug: false, maxBsonObjectSize: 16_777_216, ok: 1 }
  switch (product) {
    case 'mongodb':
      return {
        ...common,
        gitVersion: 'bc35ab4305d9920d9d0491c1c9ef9b72383d31f9',
        modules: compat === 'atlas' ? ['enterprise'] : [],
        allocator: 'tcmalloc-google',
        javascriptEngine: 'mozjs',
        sysInfo: 'deprecated',
        openssl: { running: 'OpenSSL 3.0.13 30 Jan 2024', compiled: 'OpenSSL 3.0.13 30 Jan 2024' },
        buildEnvironment: {
          distmod: 'ubuntu2404',
          distarch: 'x86_64',
          cc: '/opt/mongodbtoolchain/v4/bin/gcc: gcc (GCC) 11.3.0',
          ccflags: '-Werror -include mongo/platform/basic.h -O2',
          cxx: '/opt/mongodbtoolchain/v4/bin/g++: g++ (GCC) 11.3.0',
          cxxflags: '-Woverloaded-virtual -std=c++20',
          linkflags: '-Wl,-z,now -pthread',
          target_arch: 'x86_64',
          target_os: 'linux',
          cppdefines: 'NDEBUG _GNU_SOURCE',
        },
        storageEngines: ['devnull', 'wiredTiger'],
      }
    case 'ferretdb':
      return {
        ...common,
        version: '7.0.42',
        versionArray: [7, 0, 42, 0],
        gitVersion: 'a4a9f9ae1d6bdc9aa2e7e6d8cbc3b4a0ee6e2ad5',
        modules: [],
        sysInfo: 'deprecated',
        buildEnvironment: {},
        ferretdb: { version: 'v1.24.0', features: {} },
        ferretdbVersion: 'v1.24.0',
        ferretdbFeatures: {},
      }
    case 'documentdb':
      return { ...common, version: '7.0.0', versionArray: [7, 0, 0, 0], internal: documentDbVersions }
    case 'cosmosdb':
      return { _t: 'BuildInfoResponse', ...common, gitVersion: 'unknown', sysInfo: 'unknown' }
  }
}
