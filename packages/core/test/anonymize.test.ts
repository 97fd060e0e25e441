import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { Anonymizer } from '@mongowhy/core'
import type { Evidence } from '@mongowhy/core'

/** Evidence of looks at these hosts, as far as names go. */
function evidenceOf(hosts: readonly string[]): Evidence {
  return {
    format: 1,
    takenAt: '2026-01-01T00:00:00.000Z',
    options: { offline: false, stageTimeoutMs: 5_000, resolvers: [], writeCheck: null },
    looks: hosts.map((host, index) => ({
      id: `dns.query#${index + 1}` as const,
      ask: {
        probe: 'dns.query',
        endpoint: `${host}:27017`,
        vary: { name: host, type: 'A', resolver: 'runtime' },
      },
      startedAt: index,
      status: 'seen',
      tookMs: 1,
      saw: { name: host, type: 'A', server: '10.0.0.53', transport: 'c-ares', outcome: 'nxdomain' },
    })),
  }
}

function anonymizer(...hosts: readonly string[]): Anonymizer {
  const made = new Anonymizer()
  made.learn(evidenceOf(hosts))
  return made
}

describe('names and addresses', () => {
  const known = anonymizer('a.lab.test', 'b.lab.test', 'cluster0.ab1cd.mongodb.net', 'mongo')

  test.each([
    ['a.lab.test:27017 and B.LAB.TEST', 'host-1:27017 and host-2'],
    ['not a.lab.test.evil, nor aa.lab.test', 'not a.lab.test.evil, nor aa.domain-1'],
    ['_mongodb._tcp.cluster0.ab1cd.mongodb.net', '_mongodb._tcp.host-3'],
    ['hosts that end in .lab.test', 'hosts that end in .domain-1'],
    ['DNS:*.ab1cd.mongodb.net, *.mongodb.net', 'DNS:*.domain-2, *.mongodb.net'],
    ['getaddrinfo ENOTFOUND mongo', 'getaddrinfo ENOTFOUND host-4'],
    ['mongodb://<credentials>@mongo,mongo:27018/mongo', 'mongodb://<credentials>@host-4,host-4:27018/mongo'],
    ['the mongo shell', 'the mongo shell'],
    ['localhost and 127.0.0.1 and ::1', 'localhost and 127.0.0.1 and ::1'],
    ['/home/ada/ca.pem and C:\\Users\\ada\\ca.pem', '/home/user-1/ca.pem and C:\\Users\\user-1\\ca.pem'],
    ['replicaSet=atlas-a1b2c3-shard-0', 'replicaSet=atlas-1-shard-0'],
    ['docs are at www.mongodb.com/docs', 'docs are at www.mongodb.com/docs'],
  ])('%s', (text, made) => {
    expect(known.text(text)).toBe(made)
  })

  test.each([
    ['10.1.2.3', '10.x.x.1'],
    ['192.168.1.7:27017', '192.168.x.1:27017'],
    ['172.20.0.2', '172.16.x.1'],
    ['203.0.113.9', 'x.x.x.1'],
    ['[2001:db8::7]:27017', '[2xxx::x:1]:27017'],
    ['fd00:1:2::3', 'fdxx::x:1'],
    ['fe80::1%eth0', 'fe80::x:1'],
    ['::ffff:10.1.2.3', '::ffff:10.x.x.1'],
    ['at 12:30:45.123', 'at 12:30:45.123'],
    ['version 4.4.29, OpenSSL 3.0.19', 'version 4.4.29, OpenSSL 3.0.19'],
    ['AB:CD:EF:01:23:45:67:89:AB:CD', 'AB:CD:EF:01:23:45:67:89:AB:CD'],
    ['std::chrono::x', 'std::chrono::x'],
  ])('%s', (text, made) => {
    expect(new Anonymizer().text(text)).toBe(made)
  })

  test('the same is always replaced by the same, from file to file', () => {
    const shared = anonymizer('a.lab.test')
    shared.learn(evidenceOf(['b.lab.test', 'a.lab.test']))
    expect(shared.text('10.0.0.1 10.0.0.2 10.0.0.1 a.lab.test b.lab.test')).toBe(
      '10.x.x.1 10.x.x.2 10.x.x.1 host-1 host-2',
    )
  })

  test('a host called as a role is leaves the role alone', () => {
    const made = anonymizer('primary')
    expect(made.data({ role: 'primary', me: 'primary:27017', host: 'primary' })).toEqual({
      role: 'primary',
      me: 'host-1:27017',
      host: 'host-1',
    })
  })

  test('what identifies a certificate goes', () => {
    expect(new Anonymizer().data({ der: 'MIIB', serial: '07', fingerprint256: 'AA:BB' })).toEqual({
      der: '',
      serial: 'serial-1',
      fingerprint256: 'fingerprint-1',
    })
  })

  test('no name and no address that was learnt survives in any text', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}[a-z0-9]$/)
    const host = fc
      .tuple(label, label, fc.constantFrom('test', 'internal', 'mongodb.net', 'co.uk'))
      .map((parts) => parts.join('.'))
    const texts = fc.constantFrom(
      '%',
      'connect %:27017',
      'mongodb://%,%/x',
      '"%"',
      '(%)',
      '%.',
      'ENOTFOUND %',
      '_mongodb._tcp.%',
      '*.%',
      '<%>',
      'a=%&b=%',
    )
    fc.assert(
      fc.property(host, host, texts, fc.ipV4(), fc.ipV6(), (a, b, text, four, six) => {
        const made = anonymizer(a, b)
        const said = made
          .text(`${text.replaceAll('%', a)} ${text.replaceAll('%', b.toUpperCase())} ${four} [${six}]:1`)
          .toLowerCase()
        expect(said).not.toContain(a)
        expect(said).not.toContain(b)
        if (!/^(?:127|0\.0\.0\.0|255\.255\.255\.255)/.test(four)) expect(said).not.toContain(four)
        if (!/^(?:::1?|.*:(?:127|0\.0\.0\.0)\..*)$/.test(six)) expect(said).not.toContain(six.toLowerCase())
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('names of other things', () => {
  /** Evidence as a file has it, as far as the names go. */
  function evidenceWith(database: string, setName: string, owner: string): Evidence {
    const looks = [
      {
        ask: { probe: 'uri.parse', endpoint: null, vary: {} },
        saw: { database, effective: { authSource: database } },
      },
      {
        ask: { probe: 'wire.hello', endpoint: 'h:1', vary: {} },
        saw: { outcome: { is: 'reply', hello: { setName, role: 'primary' } } },
      },
      { ask: { probe: 'ops.run', endpoint: null, vary: {} }, saw: { namespace: `${database}.orders` } },
      {
        ask: { probe: 'tls.handshake', endpoint: 'h:1', vary: {} },
        saw: {
          chain: [{ subject: `CN=db.lab.test,O=${owner}`, issuer: `C=DE,O=${owner},CN=${owner} Root` }],
        },
      },
      {
        ask: { probe: 'auth.login', endpoint: null, vary: {} },
        saw: {
          outcome: {
            is: 'rejected',
            error: { message: `not authorized on ${database} to execute, set ${setName}` },
          },
        },
      },
    ].map((look, index) => ({ id: `x#${index}`, startedAt: 0, tookMs: 1, status: 'seen', ...look }))
    return JSON.parse(JSON.stringify({ ...evidenceOf([]), looks }))
  }

  const name = fc
    .string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789_-'.split('')),
      minLength: 4,
      maxLength: 12,
    })
    .filter(
      (each) => /^[a-z]/.test(each) && /[a-z0-9]$/.test(each) && /\d/.test(each) && !each.startsWith('rs'),
    )

  test('a database, a set and whom a certificate belongs to show nowhere', () => {
    fc.assert(
      fc.property(name, name, name, (database, set, owner) => {
        fc.pre(new Set([database, set, owner]).size === 3)
        const given = evidenceWith(database, set, `${owner} Inc`)
        const made = new Anonymizer()
        made.learn(given)
        const written = JSON.stringify(made.data(given))
        const told = made.text(
          `mongodb://<credentials>@h/${database}?authSource=${database}&replicaSet=${set} ${database}.orders CN=${owner} Inc Root`,
        )
        for (const each of [database, set, owner])
          expect(written + told).not.toMatch(new RegExp(`(?<![\\w-])${each}(?![\\w-])`))
        expect(told).toContain('replicaSet=set-1')
        expect(written).toContain('C=DE')
      }),
    )
  })

  test('words of the protocol stay, and a database that is called so goes where it stands for itself', () => {
    const made = new Anonymizer()
    const given = evidenceWith('primary', 'rs0', 'Acme')
    made.learn(given)
    expect(JSON.stringify(made.data(given))).toContain('"role":"primary"')
    expect(made.text('primary of rs0; not authorized on primary; mongodb://h/primary')).toBe(
      'primary of rs0; not authorized on database-1; mongodb://host-1/database-1',
    )
  })

  test('public authorities and devices are told by name', () => {
    const made = new Anonymizer()
    made.learn(evidenceWith('shop', 'rs0', "Let's Encrypt"))
    expect(made.text("CN=Let's Encrypt Root")).toBe("CN=Let's Encrypt Root")
  })

  test('hosts that only a person mentions', () => {
    const made = new Anonymizer()
    made.learn(evidenceOf(['a.lab.test']))
    made.learnTexts(['from db7.acme.internal it works'])
    expect(made.text('from db7.acme.internal it works, from a.lab.test not')).toBe(
      'from host-2 it works, from host-1 not',
    )
  })
})
