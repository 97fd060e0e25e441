import { readFileSync } from 'node:fs'

import type { SeenLook } from '@mongowhy/core'
import {
  caseDocument,
  readReport,
  renderCaseTerminal,
  renderHtml,
  renderMarkdown,
  reportAsSaved,
} from '@mongowhy/report'
import type { SupportCase } from '@mongowhy/report'
import { describe, expect, test } from 'vitest'

import { caseOf } from './case.ts'
import { explained, healthy } from './fixture.ts'
import { read, schema } from './said-kit.ts'
import { validator } from './schema.ts'

const example = (file: string): string =>
  readFileSync(new URL(`../../../docs/examples/refused-then-relaxed/${file}`, import.meta.url), 'utf8')
const schemas = { diagnose: schema('diagnose'), evidence: schema('evidence') }

function run(file: string): SupportCase['runs'][number] {
  const saved = readReport(example(file), schemas)
  if (saved.verdict === null) throw new Error('the example has a verdict')
  return { report: reportAsSaved(saved, saved.verdict), file }
}

function example2(said: string, ...files: readonly [string, ...string[]]): SupportCase {
  const [first, ...others] = files
  return {
    ...caseOf(explained),
    runs: [run(first), ...others.map(run)],
    said: said === '' ? null : read(said),
  }
}

const story = example2(example('said.md'), 'first-try.json', 'last-try.json')

describe('the story of a refusal and of relaxed options', () => {
  const document = caseDocument(story)

  test('is inconclusive, for a reason', () => {
    expect(document.report.between?.title).toBe(
      'Inconclusive between tries: the relaxed options cannot explain the change',
    )
    expect(document.report.between?.conclusive).toBe(false)
    const text = document.report.between?.text.join(' ') ?? ''
    expect(text).toContain('Strict and relaxed clients send the same ClientHello, byte for byte')
    expect(text).toContain('the chain verifies by the strict rules too')
    expect(text).toContain('the access list, which would be enough to explain it')
  })

  test('is about the run that failed', () => {
    expect(document.verdict.primary?.code).toBe('tls-refused-before-certificate')
    expect(document.report.runs.map(({ outcome }) => outcome)).toEqual(['explained', 'healthy'])
  })

  test.each([
    ['eliminated all local factors', 'contradicted'],
    ['did not resolve the issue', 'supported'],
    ['TCP connectivity is confirmed', 'supported'],
    ['when SSL validation is bypassed', 'contradicted'],
    ["originates from the MongoDB Atlas cluster's SSL/TLS", 'cannot be checked'],
    ['The certificate chain of the cluster is incomplete', 'contradicted'],
  ])('%s: %s', (words, judgement) => {
    const statement = document.report.statements.find(({ text }) => text.includes(words))
    expect(statement?.judgement).toBe(judgement)
    // What rests on another run names that run: its looks are not those of this report.
    const grounds = [...(statement?.looks ?? []), statement?.reason ?? '']
    if (judgement !== 'cannot be checked') expect(grounds.join(' ')).toMatch(/\w\.\w+#\d|\.json\)/)
  })

  test('every look that is cited is in the evidence of one of the runs', () => {
    const ids = new Set(story.runs.flatMap(({ report }) => report.evidence.looks.map(({ id }) => id)))
    for (const { looks } of document.report.statements) for (const look of looks) expect(ids).toContain(look)
  })

  test('says which statements exclude one another', () => {
    expect(document.report.contradictions.join(' ')).toMatch(
      /line \d+ against line \d+: if switching off this client’s checks had cured it/,
    )
  })

  test('puts runs and tries in the order of time', () => {
    const times = document.report.timeline.map(({ at }) => Date.parse(at ?? ''))
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(document.report.timeline.map(({ by }) => by).filter((by) => by === 'measured')).toHaveLength(2)
  })

  test('says so in every form', () => {
    const style = { colour: false, width: 90, verbose: false, quiet: false }
    for (const text of [renderMarkdown(story), renderHtml(story), renderCaseTerminal(story, style)]) {
      expect(text).toContain('Inconclusive between tries: the relaxed options cannot explain the change')
    }
  })
})

describe('a step from failing to working', () => {
  const between = (said: string): string | undefined =>
    caseDocument(example2(said, 'first-try.json')).report.between?.title

  test.each([
    [
      '# Tried\n- default → failed\n- tlsInsecure=true → works',
      'Inconclusive between tries: the relaxed options cannot explain the change',
    ],
    ['# Tried\n- default → failed\n- tlsInsecure=true → failed too', undefined],
    [
      '# Tried\n- default → failed\n- added us to the access list → works',
      'Between the tries changed, and could explain it: the access list',
    ],
    [
      '# Tried\n- default → failed\n- raised the time-outs → works',
      'Between the tries nothing is known to have changed that could explain it',
    ],
    [
      '# Tried\n- default → failed\n- VPN off\n- again → works',
      'Between the tries changed, and could explain it: the network',
    ],
    ['# Tried\n- default → works', undefined],
  ])('%j', (said, title) => {
    expect(between(said)).toBe(title)
  })

  test('relaxed options that did help are said to have, and to be no remedy', () => {
    const untrusted = { ...explained.evidence.looks[0]! }
    const given: SupportCase = {
      ...caseOf(explained),
      runs: [
        {
          report: { ...explained, evidence: { ...explained.evidence, looks: [untrusted, handshake] } },
          file: 'a.json',
        },
      ],
      said: read('# Concluded\n- Connection succeeds when validation is disabled'),
    }
    const [statement] = caseDocument(given).report.statements
    expect(statement?.judgement).toBe('supported')
    expect(statement?.reason).toContain('no remedy')
  })
})

describe('hellos with another cipher, where the usual one was refused before a certificate', () => {
  const ended = (
    is: 'reset' | 'closed' | 'secure',
    vary: { readonly ciphers?: string } = {},
  ): typeof handshake => ({
    ...handshake,
    ask: {
      probe: 'tls.handshake',
      endpoint: 'db.example.net:27017',
      vary: { address: '127.0.0.1', ...vary },
    },
    saw: {
      ...handshake.saw,
      ...(is === 'secure'
        ? {}
        : {
            outcome: { is },
            chain: [],
            chainLength: 0,
            verifications: [],
          }),
    },
  })
  const other = { ciphers: 'AES128-SHA' }

  test.each([
    ['all alike', [ended('reset', other), ended('reset', other)], 'supported'],
    ['one in another way', [ended('reset', other), ended('closed', other)], 'cannot be checked'],
    ['one accepted', [ended('reset', other), ended('secure', other)], 'contradicted'],
    ['none tried', [ended('reset')], 'cannot be checked'],
  ])('%s', (_, others, judgement) => {
    const looks = [...explained.evidence.looks.slice(0, 1), ended('reset'), ...others]
    const report = { ...explained, evidence: { ...explained.evidence, looks } }
    const given: SupportCase = {
      ...caseOf(explained),
      runs: [{ report, file: 'a.json' }],
      said: read('# Concluded\n- Cipher suites are ruled out'),
    }
    const [statement] = caseDocument(given).report.statements
    expect(statement).toMatchObject({ claim: 'cipher-fine', judgement })
  })
})

const handshake: SeenLook<'tls.handshake'> = {
  id: 'tls.handshake#1',
  ask: { probe: 'tls.handshake', endpoint: 'db.example.net:27017', vary: { address: '127.0.0.1' } },
  startedAt: 2,
  status: 'seen',
  tookMs: 9,
  saw: {
    address: '127.0.0.1',
    servername: 'db.example.net',
    outcome: { is: 'secure', version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', alpn: null },
    negotiated: { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' },
    offered: ['TLSv1.3'],
    records: [],
    alerts: [],
    bytesRead: 1_800,
    chain: [
      {
        subject: 'CN=x',
        issuer: 'CN=y',
        serial: '1',
        notBefore: '',
        notAfter: '',
        altNames: [],
        isCa: false,
        key: '',
        signature: '',
        fingerprint256: '',
        caIssuers: [],
        der: '',
      },
    ],
    chainLength: 1,
    verifications: [
      {
        store: 'driver',
        storeSize: 1,
        trusted: false,
        defects: [{ depth: 0, subject: 'CN=x', is: 'self-signed' }],
      },
    ],
    runtimeVerdict: null,
    clientCertificate: { requested: false, sent: false, acceptableIssuers: [] },
    afterSecure: 'open',
  },
}

describe('report --json', () => {
  const whole = validator('report')
  const diagnose = validator('diagnose')

  test.each([
    ['a story of two runs, with what was said', story],
    ['one run', example2('', 'first-try.json')],
    [
      'hostile texts',
      { ...caseOf(healthy), said: read('# Concluded\n- <script>\n# Tried\n- \u001b[2J | failed') },
    ],
  ])('is described by its schema, and by that of diagnose: %s', (_, given) => {
    const document = caseDocument(given)
    expect(whole(document)).toEqual([])
    const { report, ...rest } = document
    expect(diagnose(rest)).toEqual([])
    expect(report.runs).toHaveLength(given.runs.length)
  })

  test('the schema refuses what is not one', () => {
    const document = caseDocument(story)
    expect(whole({ ...document, report: { ...document.report, runs: [{ file: 1 }] } })).not.toEqual([])
    expect(whole({ ...document, surprise: 1 })).toEqual([': must NOT have additional properties'])
  })
})
