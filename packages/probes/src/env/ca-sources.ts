import { rootCertificates } from 'node:tls'

import type { CaSource } from '@mongowhy/core'

import { readStart } from './read-start.ts'

const systemStores = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
]

/** System stores have some 200 KB; a file that is larger than this is no store of authorities. Bytes. */
const limit = 4_194_304

/** Where authorities could come from, and which of them the driver takes: a CA file replaces the runtime's own. */
export async function caSources(
  tlsCAFile: string | null,
  option: string | null,
): Promise<readonly CaSource[]> {
  const own = tlsCAFile === null && option === null
  const flags = [...process.execArgv, ...(process.env['NODE_OPTIONS'] ?? '').split(/\s+/)]
  const opensslStore = flags.includes('--use-openssl-ca')
  const systemToo = flags.includes('--use-system-ca')
  const extra = process.env['NODE_EXTRA_CA_CERTS']
  const certFile = process.env['SSL_CERT_FILE']
  const files = await Promise.all([
    systemStore(own && (opensslStore || systemToo)),
    named('NODE_EXTRA_CA_CERTS', extra, own),
    named('SSL_CERT_FILE', certFile, own && opensslStore),
    named('tlsCAFile', option === null ? tlsCAFile : null, true),
    named('option', option, true),
  ])
  const bundled: CaSource = {
    source: 'bundled',
    path: null,
    certificates: rootCertificates.length,
    usedByDriver: own && !opensslStore,
    problem: null,
  }
  return [bundled, ...files.flatMap((source) => source ?? [])]
}

async function systemStore(usedByDriver: boolean): Promise<CaSource | null> {
  for (const path of systemStores) {
    const source = await counted('system', path, usedByDriver)
    if (source.problem === null) return source
  }
  return null
}

async function named(
  source: CaSource['source'],
  path: string | null | undefined,
  usedByDriver: boolean,
): Promise<CaSource | null> {
  return path === null || path === undefined || path === '' ? null : counted(source, path, usedByDriver)
}

async function counted(source: CaSource['source'], path: string, usedByDriver: boolean): Promise<CaSource> {
  const read = await readStart(path, limit)
  const certificates = read === null ? 0 : read.text.split('-----BEGIN CERTIFICATE-----').length - 1
  const problem =
    read === null
      ? 'it cannot be read'
      : read.cut
        ? 'it is larger than any store of authorities'
        : certificates === 0
          ? 'no certificate in PEM form stands in it'
          : null
  return { source, path, certificates, usedByDriver, problem }
}
