import { says } from '@mongowhy/core'
import type { HostSighting, Look, NamedCause, Report } from '@mongowhy/core'
import { diffDocument, diffOf, renderDiffMarkdown, renderDiffTerminal } from '@mongowhy/report'
import type { Diff } from '@mongowhy/report'
import { describe, expect, test } from 'vitest'

import { hostileReport, hostileTexts } from './case.ts'
import { explained, healthy } from './fixture.ts'
import { validator } from './schema.ts'

const laptop: HostSighting = {
  platform: 'darwin',
  release: '25.1.0',
  arch: 'arm64',
  node: '22.23.0',
  openssl: '3.5.4',
  container: null,
  proxyVariables: [],
  runtimeResolvers: ['192.168.1.1'],
  systemResolvers: ['192.168.1.1'],
  searchDomains: [],
  hostsFile: [],
  clock: { now: '2026-01-01T00:00:00.000Z', plausible: true, reason: null },
  descriptors: { limit: 1024, open: 20 },
  caSources: [
    { source: 'bundled', path: null, certificates: 146, usedByDriver: true, problem: null },
    {
      source: 'NODE_EXTRA_CA_CERTS',
      path: '/etc/corp.pem',
      certificates: 1,
      usedByDriver: true,
      problem: null,
    },
  ],
  triesBothFamilies: true,
  addressOrder: 'verbatim',
}

const container: HostSighting = {
  ...laptop,
  platform: 'linux',
  container: 'docker',
  runtimeResolvers: ['127.0.0.11'],
  systemResolvers: ['127.0.0.11'],
  clock: { ...laptop.clock, now: '2026-01-01T00:01:00.000Z' },
  caSources: laptop.caSources.slice(0, 1),
}

function host(saw: HostSighting): Look {
  return {
    id: 'env.host#1',
    ask: { probe: 'env.host', endpoint: null, vary: {} },
    startedAt: 0,
    status: 'seen',
    tookMs: Math.PI,
    saw,
  }
}

function addresses(...found: readonly string[]): Look {
  return {
    id: 'dns.query#1',
    ask: {
      probe: 'dns.query',
      endpoint: null,
      vary: { name: 'db.example.net', type: 'A', resolver: 'runtime' },
    },
    startedAt: 0,
    status: 'seen',
    tookMs: 2,
    saw: {
      name: 'db.example.net',
      type: 'A',
      server: '192.168.1.1',
      transport: 'c-ares',
      outcome: 'answer',
      total: found.length,
      records: found.map((address) => ({ type: 'A', address })),
    },
  }
}

const untrusted: NamedCause = {
  ...explained.verdict.primary!,
  code: 'tls-private-ca',
  title: says`The certificate comes from an authority that this client does not know`,
}

function report(base: Report, ...looks: readonly Look[]): Report {
  return { ...base, evidence: { ...base.evidence, looks: [...looks, ...base.evidence.looks] } }
}

const works = report(healthy, host(laptop), addresses('10.0.0.1', '10.0.0.2'))
const fails = report(
  { ...explained, verdict: { ...explained.verdict, primary: untrusted } },
  host(container),
  addresses('10.0.0.2', '10.0.0.1'),
)

function diff(a: Report, b: Report): Diff {
  return diffOf({ name: 'laptop.json', report: a }, { name: 'container.json', report: b })
}

const style = { colour: false, width: 80, verbose: false, quiet: false }
const fits = validator('diff')

describe('works on the laptop, not in the container', () => {
  const found = diff(works, fails)

  test('in one screen', () => {
    const text = renderDiffTerminal(found, style)
    expect(text).toMatchSnapshot()
    expect(text.split('\n').length).toBeLessThan(40)
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  test('as Markdown', () => {
    expect(renderDiffMarkdown(found)).toMatchSnapshot()
  })

  test('the first layer is where they first differ, and the cause rests on the trust store', () => {
    const document = diffDocument(found)
    expect(fits(document)).toEqual([])
    expect(document).toMatchObject({ same: false, first: { stage: 'env', key: 'env.container' } })
    expect(document.causes).toMatchObject([{ side: 'b', code: 'tls-private-ca', bears: ['env.trust'] }])
  })

  test('the order of answers, the time of day and how long it took matter to nobody', () => {
    const keys = found.differences.filter(({ weight }) => weight === 'noise').map(({ key }) => key)
    expect(keys).toContain('env.now')
    expect(keys).toContain('dns.answer.db.example.net.A.runtime.order')
    expect(
      found.differences.some(({ key, weight }) => key.startsWith('dns.answer') && weight === 'matters'),
    ).toBe(false)
  })
})

describe('two reports', () => {
  test('that say the same differ in nothing', () => {
    const same = diff(works, works)
    expect(same.differences).toEqual([])
    expect(diffDocument(same)).toMatchObject({ same: true, first: null, causes: [] })
    expect(renderDiffTerminal(same, style)).toContain('Both work; nothing that matters differs.')
  })

  test('differ alike whichever comes first', () => {
    const there = diff(works, fails).differences
    const back = diff(fails, works).differences
    expect(back.map(({ a, b, ...rest }) => ({ ...rest, a: b, b: a })).toSorted(byKey)).toEqual(
      [...there].toSorted(byKey),
    )
  })

  test('other answers of a resolver matter, and bear on what fails after them', () => {
    const elsewhere = report(
      {
        ...explained,
        verdict: { ...explained.verdict, primary: { ...untrusted, code: 'tcp-filtered', stage: 'tcp' } },
      },
      host(laptop),
      addresses('203.0.113.7'),
    )
    const found = diff(works, elsewhere)
    expect(found.first?.key).toBe('dns.answer.db.example.net.A.runtime')
    expect(found.causes[0]?.bears.map(({ key }) => key)).toEqual(['dns.answer.db.example.net.A.runtime'])
  })

  test('the families of addresses that lead out of a machine matter; loopback and link-local ones do not', () => {
    const own = (...addresses: readonly string[]): HostSighting => ({
      ...laptop,
      interfaces: addresses.map((address) => ({ name: 'eth0', address, network: null })),
    })
    const both = own('127.0.0.1', '::1', '192.0.2.7', '2001:db8::7', 'fe80::1')
    const found = diff(
      report(healthy, host(both)),
      report(healthy, host(own('127.0.0.1', '::1', '192.0.2.9', 'fe80::2'))),
    )
    expect(found.first).toMatchObject({ key: 'env.egress', a: 'IPv4, IPv6', b: 'IPv4', weight: 'matters' })
  })

  test('resolvers that were given are compared by their place, and named so', () => {
    const asked = (server: string, ...found: readonly string[]): Report => {
      const look = addresses(...found)
      const given = {
        ...look,
        ask: { ...look.ask, vary: { name: 'db.example.net', type: 'A', resolver: { server } } },
      } as Look
      const base = report(healthy, given)
      return {
        ...base,
        evidence: { ...base.evidence, options: { ...base.evidence.options, resolvers: [server] } },
      }
    }
    const [first] = diff(
      asked('10.0.0.2:53', '10.1.1.1'),
      asked('10.9.9.2:53', '203.0.113.7'),
    ).differences.filter(({ weight }) => weight === 'matters')
    expect(first).toMatchObject({ name: 'A of db.example.net, by --dns', a: '10.1.1.1', b: '203.0.113.7' })
  })

  test('where nothing differs before the fault, it is said that it lies out of sight', () => {
    const refused = {
      ...explained,
      evidence: works.evidence,
      verdict: {
        ...explained.verdict,
        primary: { ...untrusted, code: 'tls-refused-before-certificate' as const },
      },
    }
    const [cause] = diff(works, refused).causes
    expect(cause?.bears).toEqual([])
    expect(cause?.says.words.join('')).toContain('the address that the server sees')
  })

  test('of other servers are said to be', () => {
    const aimedAt = (hostName: string): Report => {
      const [uri, ...others] = works.evidence.looks
      const moved = JSON.parse(
        JSON.stringify({
          ...uri,
          id: 'uri.parse#1',
          ask: { probe: 'uri.parse', endpoint: null, vary: {} },
          status: 'seen',
          startedAt: 0,
          tookMs: 1,
          saw: {
            given: 'text',
            hosts: [{ host: hostName, port: null, kind: 'name' }],
            credentials: {},
            faults: [],
            effective: { compressors: [], proxy: null },
          },
        }),
      ) as Look
      return { ...works, evidence: { ...works.evidence, looks: [moved, ...others] } }
    }
    expect(renderDiffTerminal(diff(aimedAt('a.test'), aimedAt('b.test')), style)).toContain(
      'They were aimed at different servers',
    )
    expect(diff(aimedAt('a.test'), aimedAt('A.test')).apart).toBeNull()
  })

  test('that fail by the same cause are said to', () => {
    expect(renderDiffTerminal(diff(fails, fails), style)).toContain(
      'Both fail by the same cause, tls-private-ca',
    )
  })

  test.each(hostileTexts)('what others sent stays text: %j', (text) => {
    const found = diff(works, hostileReport(text))
    for (const said of [renderDiffTerminal(found, { ...style, verbose: true }), renderDiffMarkdown(found)]) {
      // oxlint-disable-next-line no-control-regex
      expect(said.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2028\ufeff]/)
    }
    expect(fits(diffDocument(found))).toEqual([])
  })
})

function byKey(one: { readonly key: string }, other: { readonly key: string }): number {
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0
}
