import { promises as dns } from 'node:dns'

import { expect, test } from 'vitest'

import { serveDns, zoneFor } from '../src/index.ts'
import type { ServedDns, Zone } from '../src/index.ts'

async function withZone<T>(
  options: { readonly zone: Zone; readonly tcp?: boolean; readonly otherwise?: 'refused' | 'servfail' },
  act: (resolver: dns.Resolver, served: ServedDns) => Promise<T>,
  // What is answered is waited for; a busy machine may take its time.
  timeout = 5_000,
): Promise<T> {
  const served = await serveDns(options)
  const resolver = new dns.Resolver({ timeout, tries: 1 })
  resolver.setServers([served.address])
  try {
    return await act(resolver, served)
  } finally {
    await served.stop()
  }
}

test('a seed list resolves: SRV, TXT and the addresses of its members', async () => {
  const members = [
    { host: 'a.lab.test', port: 27_017, addresses: ['127.0.0.2', '::1'] },
    { host: 'b.lab.test', port: 27_018 },
  ]
  const zone = zoneFor('cluster.lab.test', members, 'replicaSet=rs0&authSource=admin')
  await withZone({ zone }, async (resolver, served) => {
    expect(await resolver.resolveSrv('_mongodb._tcp.cluster.lab.test')).toMatchObject([
      { name: 'a.lab.test', port: 27_017 },
      { name: 'b.lab.test', port: 27_018 },
    ])
    expect(await resolver.resolveTxt('CLUSTER.lab.test')).toEqual([['replicaSet=rs0&authSource=admin']])
    expect(await resolver.resolve4('a.lab.test')).toEqual(['127.0.0.2'])
    expect(await resolver.resolve6('a.lab.test')).toEqual(['::1'])
    expect(served.asked.map(({ type }) => type)).toEqual(['SRV', 'TXT', 'A', 'AAAA'])
  })
})

test.each([
  ['nodata', 'ENODATA'],
  ['nxdomain', 'ENOTFOUND'],
  ['servfail', 'ESERVFAIL'],
  ['refused', 'EREFUSED'],
  ['silent', 'ETIMEOUT'],
  ['malformed', 'EBADRESP'],
  ['loop', 'EBADRESP'],
  ['wrong-id', 'ETIMEOUT'],
] as const)('%s is %s to the runtime', async (how, code) => {
  const zone: Zone = { 'x.test': how, 'y.test': { A: ['127.0.0.1'], SRV: how } }
  const failing = async (resolver: dns.Resolver): Promise<void> => {
    await expect(resolver.resolve4('x.test')).rejects.toMatchObject({ code })
    await expect(resolver.resolveSrv('y.test')).rejects.toMatchObject({ code })
  }
  await withZone({ zone }, failing, code === 'ETIMEOUT' ? 150 : undefined)
  await withZone({ zone }, async (resolver) => {
    expect(await resolver.resolve4('y.test')).toEqual(['127.0.0.1'])
  })
})

test('a name outside the zone does not exist, unless told; a name above others has no data', async () => {
  const zone: Zone = { 'deep.x.test': { A: ['127.0.0.1'] } }
  await withZone({ zone }, async (resolver) => {
    await expect(resolver.resolve4('other.test')).rejects.toMatchObject({ code: 'ENOTFOUND' })
    await expect(resolver.resolve4('x.test')).rejects.toMatchObject({ code: 'ENODATA' })
  })
  await withZone({ zone, otherwise: 'refused' }, async (resolver) => {
    await expect(resolver.resolve4('other.test')).rejects.toMatchObject({ code: 'EREFUSED' })
  })
})

test('a truncated answer is fetched over TCP, where TCP answers', async () => {
  const records = ['127.0.0.1', '127.0.0.2']
  const zone: Zone = {
    'open.test': { A: { truncated: records, tcp: 'answers' } },
    'shut.test': { A: { truncated: records, tcp: 'closed' } },
  }
  await withZone({ zone }, async (resolver, served) => {
    expect(await resolver.resolve4('open.test')).toEqual(records)
    expect(served.asked.map(({ transport }) => transport)).toEqual(['udp', 'tcp'])
    await expect(resolver.resolve4('shut.test')).rejects.toHaveProperty('code')
  })
  await withZone({ zone, tcp: false }, async (resolver) => {
    await expect(resolver.resolve4('open.test')).rejects.toHaveProperty('code')
  })
})

test('a thousand records arrive over TCP', async () => {
  await withZone({ zone: { 'x.test': 'many' } }, async (resolver) => {
    expect(await resolver.resolveSrv('x.test')).toHaveLength(1_000)
  })
})

test('an alias is followed within the zone, and a circle of aliases ends', async () => {
  const zone: Zone = {
    'a.test': { CNAME: 'b.test' },
    'b.test': { A: ['127.0.0.7'] },
    'c.test': { CNAME: 'c.test' },
  }
  await withZone({ zone }, async (resolver) => {
    expect(await resolver.resolve4('a.test')).toEqual(['127.0.0.7'])
    expect(await resolver.resolveCname('a.test')).toEqual(['b.test'])
    expect(await resolver.resolve4('c.test')).toEqual([])
  })
})

test('several and long texts keep their parts', async () => {
  const long = 'x'.repeat(300)
  await withZone({ zone: { 'x.test': { TXT: [['a', 'b'], long] } } }, async (resolver) => {
    expect(await resolver.resolveTxt('x.test')).toEqual([
      ['a', 'b'],
      ['x'.repeat(255), 'x'.repeat(45)],
    ])
  })
})
