import { describe, expect, test } from 'vitest'

import {
  installed,
  needsFerretDb,
  startBind,
  startDnsmasq,
  startFerretDb,
  startUnbound,
} from '../src/index.ts'
import type { Running } from '../src/index.ts'
import { diagnosed, during, told } from './diagnosed.ts'
import { needing } from './needing.ts'
import { shared } from './shared.ts'

const ferret = shared(() => startFerretDb())
const healthy = { outcome: 'healthy', primary: null, others: [], advisories: ['wire-not-genuine'] }

const cluster = 'mongodb+srv://cluster.lab.example/?tls=false'

async function asking(starting: Promise<Running>, uri: string = cluster): Promise<ReturnType<typeof told>> {
  const { port } = await during(starting)
  return told(await diagnosed(uri, { resolvers: [`127.0.0.1:${port}`] }))
}

describe('dnsmasq', () => {
  needing(needsFerretDb, installed('dnsmasq'))

  const mine = '--local=/lab.example/'
  const address = '--host-record=db.lab.example,127.0.0.1'
  const seed = async (): Promise<string> =>
    `--srv-host=_mongodb._tcp.cluster.lab.example,db.lab.example,${(await ferret()).port}`

  test('that has every record', async () => {
    expect(await asking(startDnsmasq(mine, address, await seed()))).toEqual(healthy)
  })

  test('that has them, and a TXT record that says what is true', async () => {
    const { port } = await during(startFerretDb({ replicaSet: 'rs0' }))
    const records = [
      `--srv-host=_mongodb._tcp.cluster.lab.example,db.lab.example,${port}`,
      '--txt-record=cluster.lab.example,replicaSet=rs0',
    ]
    expect(await asking(startDnsmasq(mine, address, ...records))).toEqual(healthy)
  })

  test.each([
    ['an illegal TXT record', ['--txt-record=cluster.lab.example,ssl=true'], 'dns-txt-illegal certain'],
    [
      'two TXT records',
      ['--txt-record=cluster.lab.example,replicaSet=a', '--txt-record=cluster.lab.example,authSource=b'],
      'dns-txt-illegal certain',
    ],
    [
      'a TXT record with another set',
      ['--txt-record=cluster.lab.example,replicaSet=rs0'],
      'topology-standalone certain',
    ],
  ])('with %s', async (_what, records, verdict) => {
    const { primary } = await asking(startDnsmasq(mine, address, await seed(), ...records))
    expect(primary).toBe(verdict)
  })

  test('without an address for the seed', async () => {
    expect(await asking(startDnsmasq(mine, await seed()))).toMatchObject({
      primary: 'dns-srv-target-missing certain',
    })
  })

  test('with a seed in another domain', async () => {
    const { port } = await ferret()
    const records = [
      `--srv-host=_mongodb._tcp.cluster.lab.example,db.elsewhere.example,${port}`,
      '--host-record=db.elsewhere.example,127.0.0.1',
    ]
    expect((await asking(startDnsmasq(mine, ...records))).primary).toBe('dns-srv-foreign-host certain')
  })

  test('without the name', async () => {
    expect((await asking(startDnsmasq(mine))).primary).toBe('dns-srv-name-missing certain')
  })

  test.each(['--host-record=cluster.lab.example,127.0.0.1', '--address=/cluster.lab.example/127.0.0.1'])(
    'with %s, and no SRV record',
    async (record) => {
      expect((await asking(startDnsmasq(mine, record))).primary).toBe('dns-srv-on-plain-name certain')
    },
  )

  test('that refuses', async () => {
    expect((await asking(startDnsmasq())).primary).toBe('dns-resolver-refuses certain')
  })

  test('asked for the cluster as for a host', async () => {
    const { primary } = await asking(
      startDnsmasq(mine, address, await seed()),
      'mongodb://cluster.lab.example/',
    )
    expect(primary).toBe('uri-plain-scheme-on-srv-name certain')
  })

  test('asked for a host that it does not have', async () => {
    const { primary } = await asking(startDnsmasq(mine), 'mongodb://db.lab.example/')
    expect(primary).toBe('dns-host-missing certain')
  })

  test('with an IPv6 address that nobody listens at', async () => {
    const { port } = await ferret()
    const record = '--host-record=db.lab.example,127.0.0.1,::1'
    expect(await asking(startDnsmasq(mine, record), `mongodb://db.lab.example:${port}/`)).toEqual({
      ...healthy,
      advisories: ['dns-ipv6-first', 'wire-not-genuine'],
    })
  })
})

describe('BIND', () => {
  needing(needsFerretDb, installed('named'))

  const zone = 'lab.example'

  test.each([
    ['SRV and A', 'cluster', 'db A 127.0.0.1'],
    ['a host that is an alias', 'cluster', 'db CNAME other\nother A 127.0.0.1'],
  ])('with %s', async (_what, name, more) => {
    const { port } = await ferret()
    const records = `_mongodb._tcp.${name} SRV 0 0 ${port} db\n${more}`
    expect(await asking(startBind({ zone, records }))).toEqual(healthy)
  })

  test('with more seeds than a datagram holds', async () => {
    const { port } = await during(startFerretDb({ replicaSet: 'rs0' }))
    const warnings: Error[] = []
    const warn = (warning: Error): void => void warnings.push(warning)
    process.on('warning', warn)
    const records = Array.from(
      { length: 60 },
      (_, index) =>
        `_mongodb._tcp.cluster SRV 0 0 ${port} member-with-a-long-name-${index}\n` +
        `member-with-a-long-name-${index} A 127.0.0.1`,
    ).join('\n')
    expect((await asking(startBind({ zone, records }))).outcome).toBe('healthy')
    process.off('warning', warn)
    expect(warnings).toEqual([])
  })

  test('with one seed of two, and no set', async () => {
    const { port } = await ferret()
    const records = `_mongodb._tcp.cluster SRV 0 0 ${port} db\n_mongodb._tcp.cluster SRV 0 0 ${port} gone\ndb A 127.0.0.1`
    expect(await asking(startBind({ zone, records }))).toMatchObject({
      primary: 'topology-standalone certain',
      advisories: expect.arrayContaining(['dns-srv-target-missing']),
    })
  })

  test('that knows the name and has no SRV record for it', async () => {
    const records = 'cluster A 127.0.0.1\n_mongodb._tcp.cluster TXT "nothing"'
    expect((await asking(startBind({ zone, records }))).primary).toBe('dns-srv-on-plain-name certain')
  })

  test.each([
    ['with a lone dot for a host', '_mongodb._tcp.cluster SRV 0 0 0 .'],
    ['with port 0', '_mongodb._tcp.cluster SRV 0 0 0 db\ndb A 127.0.0.1'],
  ])('with an SRV record %s', async (_what, records) => {
    expect((await asking(startBind({ zone, records }))).primary).toBe('dns-srv-target-missing certain')
  })

  test('that denies the name', async () => {
    expect((await asking(startBind({ zone, records: '' }))).primary).toBe('dns-srv-name-missing certain')
  })

  test('that is no authority for it', async () => {
    const { primary } = await asking(startBind({ zone: 'other.example', records: '' }))
    expect(primary).toBe('dns-resolver-refuses certain')
  })

  test('that cannot load the zone', async () => {
    const { primary } = await asking(startBind({ zone: 'other.example', records: '', broken: [zone] }))
    expect(primary).toMatch(/^dns-servfail /)
  })

  test('that cannot load the zone of a plain host', async () => {
    const { primary } = await asking(
      startBind({ zone: 'other.example', records: '', broken: [zone] }),
      'mongodb://db.lab.example/',
    )
    expect(primary).toMatch(/^dns-servfail /)
  })
})

describe('Unbound', () => {
  needing(needsFerretDb, installed('unbound'))

  test('that refuses the zone', async () => {
    const { primary } = await asking(startUnbound('local-zone: "lab.example." refuse'))
    expect(primary).toBe('dns-resolver-refuses certain')
  })

  test('that drops the SRV question alone', async () => {
    const { primary } = await asking(
      startUnbound(
        'local-zone: "cluster.lab.example." static',
        'local-data: "cluster.lab.example. A 127.0.0.1"',
        'local-zone: "_mongodb._tcp.cluster.lab.example." deny',
      ),
    )
    expect(primary).toBe('dns-srv-dropped likely')
  })

  test('that drops everything', async () => {
    const { primary } = await asking(startUnbound('local-zone: "lab.example." deny'))
    expect(primary).toMatch(/^dns-resolver-refuses (likely|possible)$/)
  })
})
