import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { redactText, redactValue, Secret, secretsIn, withoutCutOff } from '@mongowhy/core'

const canary = 'cAnary-7f3d9b51'

/** How others write a value: encoders of the platform and of this test, none of the engine's own. */
const encodings: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  'for a URL': encodeURIComponent,
  'for a URL, strictly': (text) =>
    encodeURIComponent(text).replace(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
  'for a URL, in lower case': (text) => encodeURIComponent(text).replace(/%../g, (c) => c.toLowerCase()),
  'for a URL, twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'as a form': (text) => new URLSearchParams({ q: text }).toString().slice(2),
  'as JSON': (text) => JSON.stringify(text).slice(1, -1),
  'as JSON in JSON': (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
  'as JSON in ASCII': (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'in HTML': (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  'in Base64': (text) => Buffer.from(text).toString('base64'),
  'in Base64 for URLs': (text) => Buffer.from(text).toString('base64url'),
  'with a user in Base64': (text) => Buffer.from(`ada:${text}`).toString('base64'),
  'with much around it in Base64': (text) => Buffer.from(`{"p":"${text}","q":1}`).toString('base64'),
  'in hexadecimal': (text) => Buffer.from(text).toString('hex'),
  'in capitals': (text) => text.replace(/[a-z]/g, (c) => c.toUpperCase()),
  reversed: (text) => Array.from(text).reverse().join(''),
}

const secrets = fc.string({
  unit: fc.constantFrom(
    ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@:/?#[]%&=+ "\'\\<>~!*()$éß✓'.split(''),
  ),
  minLength: 7,
  maxLength: 24,
})

describe('a known secret leaves no trace', () => {
  test.each(Object.entries(encodings))('%s', (_, encode) => {
    fc.assert(
      fc.property(
        secrets,
        fc.constantFrom('before ', 'x', '"', '://', 'key='),
        fc.constantFrom(' after', 'x', '"', '@h.test/'),
        (secret, before, after) => {
          const written = encode(secret)
          const kept = redactText(`${before}${written}${after}`, [new Secret(secret)])
          expect(kept).not.toContain(written)
          // Nor all but its ends, where the encoding lets neighbours change them.
          if (written.length > 14) expect(kept).not.toContain(written.slice(5, -5))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('given encoded, as connection strings hold it', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        expect(
          redactText(`the password is ${secret}.`, [new Secret(encodeURIComponent(secret))]),
        ).not.toContain(secret)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what is a secret by its form', () => {
  const key = (kind: string, eol: string): string =>
    [
      `-----BEGIN ${kind}-----`,
      ...Array.from({ length: 20 }, () =>
        'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7'.padEnd(64, 'x'),
      ),
      `-----END ${kind}-----`,
    ].join(eol)

  test.each([
    ['an encrypted key', key('ENCRYPTED PRIVATE KEY', '\n')],
    ['a key', key('PRIVATE KEY', '\r\n')],
    ['a key in JSON', key('RSA PRIVATE KEY', '\\n')],
    ['a key of OpenSSH', key('OPENSSH PRIVATE KEY', '\n')],
    ['a key that is cut off', key('EC PRIVATE KEY', '\n').slice(0, 300)],
    ['the end of a key', key('PRIVATE KEY', '\n').slice(100)],
  ])('%s', (_, pem) => {
    const kept = redactText(`read\n${pem}\nthen failed`, [])
    expect(kept).not.toMatch(/MIIEvQ|xxxx/)
    if (pem.includes('END')) expect(kept).toContain('then failed')
  })

  test('a certificate stays', () => {
    const pem = key('CERTIFICATE', '\n')
    expect(redactText(pem, [])).toBe(pem)
  })

  test.each([
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
    'AKIAIOSFODNN7EXAMPLE',
    'ASIAIOSFODNN7EXAMPLE',
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKE1',
    `ghp_${'a1B2'.repeat(9)}`,
    `mdb_sa_sk_${'a1B2'.repeat(9)}`,
    `xoxb-${'1234567890'.repeat(2)}`,
    `AIza${'a'.repeat(35)}`,
  ])('%s', (token) => {
    expect(redactText(`sent ${token} to it`, [])).toBe('sent <credentials> to it')
  })

  test.each([
    [`Authorization: Basic ${Buffer.from(`ada:${canary}`).toString('base64')}`],
    [`authorization: Bearer ${canary}`],
    [`"Authorization": "Bearer ${canary}"`],
    [`Cookie: session=${canary}; theme=dark`],
    [`X-Api-Key: ${canary}`],
    [`password=${canary}`],
    [`PASSWORD='${canary} x'`],
    [`{"password": "${canary}\\" y"}`],
    [`{\\"password\\": \\"${canary}\\"}`],
    [`password => "${canary}"`],
    [`MONGODB_PASSWORD=${canary} node app.js`],
    [`  password: ${canary}`],
    [`spring.data.mongodb.password=${canary}`],
    [`client_secret=${canary}&x=1`],
    [`AWS_SESSION_TOKEN:${canary},SERVICE_NAME:x`],
    [`mongosh --username ada --password ${canary} --host h`],
    [`mongodump --host h -u ada -p ${canary}`],
    [`mongodump -u ada -p${canary}`],
    [`{"privateKey":"${canary}"}`],
    [`MONGO_INITDB_ROOT_PASSWORD=${canary}`],
    [`      - MONGO_INITDB_ROOT_PASSWORD: ${canary}`],
    [`docker run -e MONGO_INITDB_ROOT_USERNAME=ada -e MONGO_INITDB_ROOT_PASSWORD="${canary}" mongo`],
    [`mongo --host h -u ada -p '${canary}'`],
    [`db.auth("ada", "${canary}")`],
    [`db.createUser({ user: 'ada', pwd: '${canary}', roles: [] })`],
    [`MongoCredential.createCredential("ada", "admin", "${canary}".toCharArray());`],
    [`new PasswordEvidence("${canary}")`],
    [`MongoClient(host, username='ada', password='${canary}', authSource='admin')`],
    [`security:\n  ldap:\n    bind:\n      queryPassword: "${canary}"`],
    [`api key: ${canary}`.replace('api key', 'api_key')],
    [
      `c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=${Buffer.from(canary.padEnd(20)).toString('base64')}`,
    ],
  ])('%s', (text) => {
    const kept = redactText(text, [])
    expect(kept).not.toContain(canary)
    expect(kept).not.toContain(Buffer.from(canary).toString('base64').slice(2, 16))
    expect(kept).toContain('<credentials>')
  })

  test.each([
    ['mongodb://ada:XX@h.test/db', 'mongodb://<credentials>@h.test/db'],
    ['mongodb+srv://ada:XX@h.test', 'mongodb+srv://<credentials>@h.test'],
    ['mongodb://ada:a XX@h.test/db next', 'mongodb://<credentials>@h.test/db next'],
    ['mongodb://ada:XX', 'mongodb://<credentials>'],
    ['mongodb:\\/\\/ada:XX@h.test\\/db', 'mongodb:\\/\\/<credentials>@h.test\\/db'],
    [
      'uri=mongodb%2Bsrv%3A%2F%2Fada%3AXX%40h.test%2Fdb',
      'uri=mongodb%2Bsrv%3A%2F%2F<credentials>%40h.test%2Fdb',
    ],
    ['ada:XX@h.test:27017', '<credentials>@h.test:27017'],
    ['socks5://u:XX@p:1080', 'socks5://<credentials>@p:1080'],
    ['postgres://u:XX@p/x?sslmode=require', 'postgres://<credentials>@p/x?sslmode=require'],
  ])('%s', (text, kept) => {
    expect(redactText(text.replace('XX', canary), [])).toBe(kept)
  })

  test('a connection string in Base64', () => {
    const text = Buffer.from(`mongodb+srv://ada:${canary}@h.test/db`).toString('base64')
    expect(redactText(`data:\n  uri: ${text}\n`, [])).toBe('data:\n  uri: <credentials>\n')
  })

  test('an e-mail address', () => {
    expect(redactText('no user ada.lovelace@lab.test here', [])).toBe('no user <e-mail> here')
  })
})

describe('what is no secret stays readable', () => {
  test.each([
    'bad auth : authentication failed',
    'bad password: authentication failed',
    'Password contains unescaped characters',
    'connect ECONNREFUSED 127.0.0.1:27017',
    'mongodb://localhost:27017,db.test:27018/app?replicaSet=rs0',
    'mongodb+srv://cluster0.ab1cd.mongodb.net/, then more',
    'read [::1]:27017 at 12:30:45.123',
    'roles readWrite@admin, clusterMonitor@admin',
    '80EC6BBF0F7F0000:error:0A000438:SSL routines:ssl3_read_bytes:tlsv1 alert internal error:../deps/openssl/openssl/ssl/record/rec_layer_s3.c:1601:SSL alert number 80',
    'sha256 9F:86:D0:81:88:4C:7D:65:9A:2F:EA:A0:C5:5A:D0:15:A3:BF:4F:1B:2B:0B:82:2C:D1:5D:6C:15:B0:F0:0A:08',
    'da39a3ee5e6b4b0d3255bfef95601890afd80709',
    'SASL mechanism SCRAM-SHA-256, keyFile /etc/mongo/key, tokens left: 3',
    'getaddrinfo ENOTFOUND cluster0.ab1cd.mongodb.net',
    'password=<redacted> and token=***',
    'https://www.mongodb.com/docs/manual/reference/connection-string/#std-label-x',
  ])('%s', (text) => {
    expect(redactText(text, [])).toBe(text)
  })

  test('user names, where they may be kept', () => {
    expect(
      redactText(`mongodb://ada:${canary}@h.test and user: ada@lab.test`, [], { users: 'kept', names: [] }),
    ).toBe('mongodb://ada:<password>@h.test and user: ada@lab.test')
  })

  test('a word that is a password stands alone on its line, as YAML has it', () => {
    expect(redactText('auth:\n  password: swordfish\n  user_password: trout\n', [])).not.toMatch(
      /swordfish|trout/,
    )
  })

  test('in plain data texts change and nothing else', () => {
    const value = { a: [1, null, `x ${canary}`], b: { password: true } }
    expect(redactValue(value, [new Secret(canary)])).toEqual({
      a: [1, null, 'x <credentials>'],
      b: { password: true },
    })
  })
})

// Each would take minutes if any step were quadratic: the runner's own limit is the judge.
test.each([
  ['signs', '@'.repeat(65_000)],
  ['colons', 'a:'.repeat(32_000)],
  ['slashes', '://'.repeat(21_000)],
  ['names', 'password'.repeat(8_000)],
  ['settings', 'password="'.repeat(6_500)],
  ['dots', 'a.'.repeat(32_000)],
  ['keys that do not end', '-----BEGIN PRIVATE KEY-----'.repeat(2_400)],
  ['lines of Base64', `${'A'.repeat(64)}\n`.repeat(1_000)],
  ['tokens', 'eyJaaaaa.'.repeat(7_000)],
  ['blanks', ' '.repeat(65_000)],
  ['commands', 'mongo -p '.repeat(7_000)],
  ['digits', '1a'.repeat(32_000)],
  ['addresses', 'a@b.'.repeat(16_000)],
  ['connection strings', 'mongodb://a b '.repeat(4_600)],
])('64 Ki of %s are read at once', (_, text) => {
  expect(redactText(text, [new Secret(canary)]).length).toBeLessThan(1_000_000)
})

describe('the secrets in a text', () => {
  const found = (text: string): readonly string[] => secretsIn(text).map((secret) => secret.reveal())

  test.each([
    ['in a string', `mongodb://ada:${canary}@h.test/db`],
    ['in a string of another scheme', `postgres://ada:${canary}@h.test/db`],
    ['without a scheme', `ada:${canary}@h.test:27017`],
    ['in a setting', `DB_PASSWORD=${canary}`],
    ['in JSON', `{"password":"${canary}"}`],
    ['in a command', `mongosh -u ada -p ${canary} h`],
    ['in code', `db.auth('ada', '${canary}')`],
    ['in the address of a page', `https://ada:${canary}@h.test/x@2/y`],
  ])('%s', (_, text) => {
    expect(found(text)).toContain(canary)
  })

  test.each([
    'file:///app/node_modules/.deno/mongodb@6.1.0/node_modules/mongodb/lib/cmap/auth/scram.js:136:15',
    'https://deno.land/x/mongo@v0.32.0/src/client.ts:50:13',
    'webpack-internal:///(rsc)/./node_modules/.pnpm/mongodb@6.3.0/index.js',
  ])('%s: a version is none', (text) => {
    expect(found(text)).toEqual([])
  })

  test('what programs print instead of one is none', () => {
    expect(found('password=*** pwd: <hidden> mongodb://user:password@h.test PASSWORD=${PASSWORD}')).toEqual(
      [],
    )
  })

  test('as many as fit', () => {
    expect(found('password=a1b2c3\n'.repeat(3))).toEqual(['a1b2c3'])
    expect(found(Array.from({ length: 900 }, (__, at) => `password=x${at}y`).join('\n'))).toHaveLength(400)
  })
})

test.each([
  [`invalid field password with value '${canary}' in MONGODB-X509 credential`, false],
  [`the password is "${canary} 2" and wrong`, false],
  [`SyntaxError: Unexpected token '${canary}' in JSON`, true],
  [`no password for '${canary}'`, true],
])('a password in a sentence: %s', (text, stays) => {
  expect(redactText(text, []).includes(canary)).toBe(stays)
})

test('a cut through a secret leaves nothing of it at the ends of a piece', () => {
  fc.assert(
    fc.property(secrets, fc.nat({ max: 40 }), fc.nat({ max: 40 }), (secret, before, after) => {
      const base64 = Buffer.from(`${secret}${secret}`).toString('base64')
      for (const form of [secret, base64]) {
        const whole = `said ${form} then`
        const piece = whole.slice(Math.min(before, 10), Math.max(whole.length - after, 12))
        const kept = redactText(withoutCutOff(piece, [new Secret(secret + secret), new Secret(secret)]), [
          new Secret(secret + secret),
          new Secret(secret),
        ])
        expect(kept).not.toContain(form.slice(0, 6) + form.slice(6, 9))
      }
    }),
    { numRuns: 300 },
  )
})
