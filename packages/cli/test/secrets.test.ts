import fc from 'fast-check'
import { Secret } from '@mongowhy/core'
import type { Look, Report } from '@mongowhy/core'
import { diagnose } from '@mongowhy/diagnose'
import { documentText, renderHtml, renderMarkdown, renderTerminal, reportDocument } from '@mongowhy/report'
import { defaultOptions } from '@mongowhy/core'
import { beforeAll, describe, expect, test } from 'vitest'

import { hidingUsers, outgoingReports } from '../src/secrets.ts'

const style = { colour: false, width: 100, verbose: true, quiet: false }
const alone = (report: Report): Parameters<typeof renderHtml>[0] => ({
  runs: [{ report, file: null }],
  said: null,
  contact: null,
  cluster: null,
  textsOf: () => [],
})
const forms: Readonly<Record<string, (report: Report) => string>> = {
  terminal: (report) => renderTerminal(report, style),
  json: (report) => documentText(reportDocument(report)),
  markdown: (report) => renderMarkdown(alone(report)),
  html: (report) => renderHtml(alone(report)),
}

let report: Report

beforeAll(async () => {
  const uri = new Secret('mongodb://ada:tr0ub4dor%263@127.0.0.1:1/shop?authSource=admin')
  report = await diagnose({ uri, source: 'env:URI' }, { ...defaultOptions, prove: 'off' })
}, 30_000)

function out(password: string, given: Report, form: string): string {
  const render = forms[form] ?? forms['json']
  return outgoingReports([given.evidence], (seal) => render?.(seal(given)) ?? '', [new Secret(password)])
}

/** The report with a text of somebody else's in the message of the driver. */
function withMessage(given: Report, message: string): Report {
  const looks = given.evidence.looks.map((look): Look => {
    if (look.ask.probe !== 'driver.connect' || look.status !== 'seen') return look
    return JSON.parse(JSON.stringify(look), (key, value: unknown) => (key === 'message' ? message : value))
  })
  return { ...given, evidence: { ...given.evidence, looks } }
}

describe('reports on their way out', () => {
  test.each(Object.keys(forms))('%s: a password that is any of our own words refuses nothing', (form) => {
    const text = forms[form]?.(report) ?? ''
    // A piece of the connection string itself is no word, and is refused for good reason.
    const words = [...new Set(text.match(/[^\s"<>&;|]{3,40}/g))].filter(
      (word) => !report.target.uri.includes(word),
    )
    expect(words.length).toBeGreaterThan(100)
    const sample = words.filter((_, index) => index % Math.ceil(words.length / 40) === 0)
    const refused = sample.filter((word) => {
      try {
        return out(word, report, form) === ''
      } catch {
        return true
      }
    })
    expect(refused).toEqual([])
  })

  test.each([
    'admin',
    'mongodb',
    'certain',
    'localhost',
    'python3',
    'self-signed',
    'serverSelectionTimeoutMS',
  ])('the password %s changes no word of ours and no name', (password) => {
    expect(out(password, report, 'json')).toContain('"effectiveAuthSource": "admin"')
    expect(out(password, report, 'terminal')).toContain('certain')
  })

  test.each(Object.keys(forms))('%s: what others said never holds the password', (form) => {
    const password = fc.oneof(
      fc.constantFrom('admin', 'certain', 'mongodb', 'test', 'refused', 'python3', 'tcp-refused'),
      fc.string({ minLength: 3, maxLength: 24 }).filter((each) => /\w{3}/.test(each)),
    )
    fc.assert(
      fc.property(password, (secret) => {
        const said = withMessage(report, `login as ‹${secret}› failed`)
        let text = ''
        try {
          text = out(secret, said, form)
        } catch (error) {
          // Refusing is the other way to keep it.
          expect(String(error)).toMatch(/secret/)
        }
        expect(text).not.toContain(`‹${secret}`)
      }),
      { numRuns: 30 },
    )
  })

  test('a secret that can be no word, in a place that nobody expected, refuses the report', () => {
    const secret = 'tr0ub4dor&3-X!'
    const leaking: Report = {
      ...report,
      tool: { ...report.tool, platform: 'linux' },
      target: { ...report.target, source: secret },
    }
    expect(() => out(secret, leaking, 'json')).toThrow(/secret/)
  })

  test('a value inside our words that holds it is rendered without', () => {
    const secret = 'hunter-2-hunter'
    const [first, ...others] = report.stages
    if (first === undefined) throw new Error('there is a stage')
    const leaking: Report = {
      ...report,
      stages: [{ ...first, summary: { words: ['it said ', ''], values: [`x${secret}x`] } }, ...others],
    }
    expect(out(secret, leaking, 'terminal')).toContain('it said x<credentials>x')
  })
})

describe('user names that were not asked for', () => {
  const names = fc
    .string({
      unit: fc.constantFrom(...'abcdefghijkmnopqrstuvwxyz0123456789_.+@="&<'.split('')),
      minLength: 9,
      maxLength: 24,
    })
    .filter((name) => /^[a-z]{2}/.test(name) && /\d/.test(name))
  const written: readonly ((name: string) => string)[] = [
    (name) => name,
    encodeURIComponent,
    (name) => JSON.stringify(name),
    (name) => Buffer.from(name).toString('hex'),
    (name) => Buffer.from(`${name}:xyz`).toString('base64'),
  ]

  test.each(Object.entries(forms))('%s: none that a server repeats survives', (_, render) => {
    fc.assert(
      fc.property(names, fc.constantFrom(...written), (name, write) => {
        const string = `mongodb://${encodeURIComponent(name)}:x@db.test/app`
        const said = withMessage(report, `no such user (${write(name)}) here`)
        const text = render(hidingUsers(said, 'hidden', string))
        for (const form of [write(name), name, encodeURIComponent(name)]) expect(text).not.toContain(form)
      }),
      { numRuns: 25 },
    )
  })
})
