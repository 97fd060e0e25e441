import fc from 'fast-check'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'

import { parseTarget, redactText, Secret } from '@mongowhy/core'

const canary = 'canary-7f3d9b51-do-not-print'

describe('the redacted form', () => {
  test.each([
    [`mongodb://ada:${canary}@h.test/db?tls=true`, 'mongodb://<credentials>@h.test/db?tls=true'],
    [`mongodb+srv://ada:${canary}@h.test/?w=1`, 'mongodb+srv://<credentials>@h.test/?w=1'],
    [`mongodb://ada:x@${canary}@h.test:1/db`, 'mongodb://<credentials>@h.test:1/db'],
    [`mongodb://ada:x/${canary}@h.test/db`, 'mongodb://<credentials>@h.test/db'],
    [`mongodb://ada:x?y=${canary}@h.test/db`, 'mongodb://<credentials>@h.test/db'],
    [`mongodb://ada:${canary}`, 'mongodb://<credentials>'],
    [`mongodb://ada:${canary}/x`, 'mongodb://<credentials>'],
    [`ada:${canary}@h.test`, '<credentials>@h.test'],
    [
      `mongodb://h.test/?tlsCertificateKeyFilePassword=${canary}`,
      'mongodb://h.test/?tlsCertificateKeyFilePassword=<credentials>',
    ],
    [`mongodb://h.test/?proxyPassword=${canary}`, 'mongodb://h.test/?proxyPassword=<credentials>'],
    [
      `mongodb://h.test/?authMechanismProperties=AWS_SESSION_TOKEN:${canary},SERVICE_NAME:m`,
      'mongodb://h.test/?authMechanismProperties=AWS_SESSION_TOKEN:<credentials>,SERVICE_NAME:m',
    ],
    [`mongodb://h.test/?password=${canary}`, 'mongodb://h.test/?password=<credentials>'],
    [`mongodb://h.test/?appName=ada:${canary}@x`, 'mongodb://h.test/?appName=<credentials>'],
    [
      `mongodb://h.test/db&authSource=a&password=${canary}`,
      'mongodb://h.test/db&authSource=a&password=<credentials>',
    ],
    ['mongodb://h\u202e.test/\u0000', 'mongodb://<credentials>/\\u{0}'],
  ])('%s', (text, redacted) => {
    const target = parseTarget(text)
    expect(target.uri.redacted).toBe(redacted)
    expect(JSON.stringify(target) + inspect(target, { depth: 9 })).not.toContain(canary)
  })

  test.each([
    `?replicaSet=ada:${canary}@x`,
    `?authSource=ada:${canary}@x`,
    `?authMechanism=${canary}@`,
    `?compressors=zlib,${canary}@x`,
    `?proxyHost=ada:${canary}@x`,
    `?readPreference=ada:${canary}@x`,
    `?srvServiceName=${canary}@`,
    `?tls=${canary}`,
    `?connectTimeoutMS=${canary}`,
    `?${canary}`,
    `?${canary}=1@`,
    `?a=1#${canary}`,
    `?passphrase=${canary}`,
  ])('h.test/%s: nothing of it in the sighting', (query) => {
    expect(JSON.stringify(parseTarget(`mongodb://h.test/${query}`))).not.toContain(canary)
  })

  test.each([
    ['mongodb://h.test/db?appName=ops@lab.test', 'h.test'],
    ['mongodb://ada:x@h.test/db?appName=ops@lab.test', 'h.test'],
    ['mongodb://ada:x@h.test/db?nickname=ops@lab', 'h.test'],
    ['mongodb://ada:x@y@h.test/db?appName=ops@lab.test', 'h.test'],
    ['mongodb://ada:x/y?z#@h.test/db', 'h.test'],
    ['mongodb://ada@lab.test:x@h.test/db', 'h.test'],
  ])('%s: the host that a person meant', (text, host) => {
    expect(parseTarget(text).uri.hosts.map((each) => each.host)).toEqual([host])
  })
})

describe('whatever stands in the string', () => {
  const noise = fc.string({
    unit: fc.constantFrom(...'@/?#[]:%&=,;.<> "\'\\x\u0000\u202eé'.split('')),
    maxLength: 12,
  })
  const around = fc.tuple(noise, noise)
  const scheme = fc.constantFrom('mongodb://', 'mongodb+srv://')
  const rest = fc.constantFrom(
    '@h.test/db',
    '@h.test:27017/db?tls=true',
    '@a.test,b.test/',
    '@[::1]/',
    '@h.test/?appName=x',
  )

  test('the password shows nowhere, and leaves no message', () => {
    fc.assert(
      fc.property(scheme, around, rest, (start, [before, after], end) => {
        const text = `${start}ada:${before}${canary}${after}${end}`
        const target = parseTarget(text)
        expect(JSON.stringify(target)).not.toContain(canary)
        // A driver may print the password, or the piece of it that it took for a host.
        const password = `${before}${canary}${after}`
        const piece = password.split(/[@/?#[\]:]/).find((each) => each.includes(canary))
        const message = `cannot parse ${text}, or "${password}", or "${piece}", or "${encodeURIComponent(password)}"`
        expect(redactText(message, target.secrets)).not.toContain(canary)
      }),
      { numRuns: 2_000 },
    )
  })

  test('no text makes the parser throw, and every place lies within it', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.tuple(scheme, fc.string({ unit: 'grapheme', maxLength: 200 })).map((parts) => parts.join('')),
      fc.tuple(scheme, noise, noise, noise).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(anything, (text) => {
        const { uri } = parseTarget(text)
        for (const { offset, length } of uri.faults) {
          expect(offset).toBeGreaterThanOrEqual(0)
          expect(offset + length).toBeLessThanOrEqual(text.length)
        }
        expect(JSON.parse(JSON.stringify(uri))).toEqual(uri)
      }),
      { numRuns: 2_000 },
    )
  })

  // Each of these would take minutes if any step were quadratic: the runner's own limit is the judge.
  test.each([
    ['one host', `mongodb://${'a'.repeat(1e6)}`],
    ['hosts', `mongodb://${'h.test,'.repeat(150_000)}h`],
    ['signs', `mongodb://${'@'.repeat(1e6)}`],
    ['colons', `mongodb://${':'.repeat(1e6)}`],
    ['options', `mongodb://h/?${'a=b&'.repeat(250_000)}`],
    ['options with signs', `mongodb://h/?${'abc=@&'.repeat(150_000)}`],
    ['questions', `mongodb://u:p@h.test/${'?a=@'.repeat(250_000)}`],
    ['percents', `mongodb://u:${'%'.repeat(1e6)}@h`],
    ['bytes that are no UTF-8', `mongodb://u:${'%C3'.repeat(300_000)}@h`],
    ['controls', `mongodb://h/${'\u0000\u202e'.repeat(500_000)}`],
    ['spaces', `${' '.repeat(1e6)}mongodb://h`],
    ['quotes', '"'.repeat(1e6)],
    [
      'a hundred hosts with noise',
      `mongodb://u:p@${'h\u0000\u202e.test:1,'.repeat(100)}h/?${'x'.repeat(1e6)}`,
    ],
  ])('a megabyte of %s is read, and little of it is kept', (_, text) => {
    expect(JSON.stringify(parseTarget(text)).length).toBeLessThan(200_000)
  })
})

describe('texts of others', () => {
  const secrets = [new Secret('p@ss/wörd 1')]

  test.each([
    ['as it stands', 'bad p@ss/wörd 1 here'],
    ['in another case', 'bad P@SS/WÖRD 1 here'],
    ['encoded', `bad ${encodeURIComponent('p@ss/wörd 1')} here`],
    ['encoded as forms are', 'bad p%40ss%2Fw%C3%B6rd+1 here'],
    ['in JSON', `bad ${JSON.stringify('p@ss/wörd 1')} here`],
  ])('%s', (_, text) => {
    expect(redactText(text, secrets)).toMatch(/^bad "?<credentials>"? here$/)
  })

  test('the user information of every URL', () => {
    const text = 'from mongodb+srv://a:b@c@h.test/db to socks5://u:v@p:1080 and https://plain.test'
    expect(redactText(text, [])).toBe(
      'from mongodb+srv://<credentials>@h.test/db to socks5://<credentials>@p:1080 and https://plain.test',
    )
  })

  test('a secret of two letters goes where it stands alone', () => {
    expect(redactText('no for a node named no', [new Secret('no')])).toBe(
      '<credentials> for a node named <credentials>',
    )
  })

  test('a long text is cut', () => {
    expect(redactText('mongodb://'.repeat(100_000), secrets).length).toBeLessThan(70_000)
  })
})
