import { describe, expect, test } from 'vitest'

import { redactText, Secret, secretsIn } from '@mongowhy/core'

const canary = 'cAnary-7f3d9b51'
const uri = `mongodb+srv://ada:${canary}@cluster0.ab1cd.mongodb.net/app`
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const hex = (text: string): string => Buffer.from(text).toString('hex')
const body = 'a1B2'.repeat(16)

/** Texts of others in which nothing but form and place tells that there is a secret. */
const shapes: Readonly<Record<string, string>> = {
  'YAML, folded': 'uri: >-\n  mongodb+srv://ada:cAnary-\n  7f3d9b51@h.test/db',
  'YAML, a block': `password: |\n  ${canary}\n`,
  'YAML, a block further in': `auth:\n  - rootPassword: >-\n      ${canary}\n`,
  'YAML with signs in it': `password: a,b;${canary})&x`,
  '.env with signs in it': `DB_PASSWORD=a,b;${canary} )&x`,
  '.env, a short name': `MONGO_PW=${canary}`,
  'properties, a comment behind': `mongo.password = ${canary}  # old`,
  'Kubernetes, name and value': `- name: DB_PASSWORD\n  value: "${canary}"`,
  'JSON, name and value': `{"name":"MONGODB_PASSWORD","value":"${canary}"}`,
  'JSON, value and name': `{"value":"${canary}","name":"MONGO_PASSWORD"}`,
  'XML, an element': `<password>${canary}</password>`,
  'XML, attributes': `<add key="MongoPassword" value="${canary}" />`,
  Terraform: `password           = "${canary}"`,
  'TOML, three quotes': `password = """${canary}"""`,
  'Python, bytes': `password=b'${canary}'`,
  Rust: `password: Some(\n    "${canary}",\n)`,
  'a builder': `.password("${canary}")`,
  'a setter': `setPassword("${canary}")`,
  mongosh: `db.changeUserPassword("ada", "${canary}")`,
  'a string put together': `'mongodb://' + user + ':${canary}@' + host`,
  'a string in pieces': `"mongodb://ada:" + "${canary}" + "@h.test/"`,
  'a URL in a URL': `https://x.test/?next=${encodeURIComponent(uri)}&x=1`,
  'a URL in a URL in a URL': `https://x.test/?next=${encodeURIComponent(encodeURIComponent(uri))}`,
  'HTML by numbers': `mongodb:&#x2F;&#x2F;ada:${canary}&#64;h.test`,
  'percent, every character': `%${hex(uri).match(/../g)?.join('%')}`,
  'a line break in the string': `mongodb://ada:cAnary-\n> 7f3d9b51@h.test/db`,
  'a line break after the colon': `MONGODB_URI: mongodb+srv://ada:\n      ${canary}@h.test/db`,
  'brackets that were left': `mongodb://ada:<${canary}>@h.test`,
  'an @ and a blank': `mongodb://ada:x@ ${canary}@h.test`,
  'one slash': `mongodb:/ada:${canary}@h.test`,
  'no scheme, a short host': `ada:${canary}@mongo failed`,
  'a token alone': `https://${canary}@github.com/x`,
  'curl -u': `curl --digest -u "ada:${canary}" https://cloud.mongodb.com/api`,
  'an option of mongod': `mongod --tlsCertificateKeyFilePassword ${canary}`,
  'options of mongosh': `mongosh --awsSecretAccessKey ${canary} --awsSessionToken=${canary}`,
  sshpass: `sshpass -p ${canary} ssh h`,
  ldapsearch: `ldapsearch -x -w ${canary}`,
  'atlas config': `atlas config set private_api_key ${canary}`,
  'AWS, encoded': `mongodb+srv://h.test/?authMechanismProperties=AWS_SESSION_TOKEN%3A${canary}`,
  'AWS, a session token': `using IQoJb3JpZ2luX2VjEJr//////////wEaCXVzLWVhc3QtMSJH${canary.replace('-', '/')}`,
  'a signature': `https://x.test/c?sv=1&sig=${canary}`,
  'a webhook': `https://hooks.slack.com/services/T000/B000/${canary.replace('-', '')}`,
  'SCRAM, its payload': `payload: BinData(0, "${base64(`c=biws,r=abc,p=${base64(canary.repeat(3))}`)}")`,
  'PLAIN, its payload': `payload: "${base64(`\0ada\0${canary}`)}"`,
  'PLAIN, in hexadecimal': `Buffer.from("${hex(`\0ada\0${canary}`)}", "hex")`,
  'Base64 of a line of .env': base64(`MONGODB_URI=${uri}\n`),
  'Base64 of JSON': base64(JSON.stringify({ uri })),
  'hexadecimal of a string': hex(uri),
  'a dump of bytes':
    '00000000  6d 6f 6e 67 6f 64 62 3a  2f 2f 61 64 61 3a 63 41  |mongodb://ada:cA|\n' +
    '00000010  6e 61 72 79 2d 37 66 33  64 39 62 35 31 40 68 2e  |nary-7f3d9b51@h.|\n',
  'UTF-16 that was read as bytes': Array.from(uri).join('\0'),
  'a sentence': `the password is ${canary}, I think`,
  'a sentence without a verb': `with password ${canary} it fails`,
  'a sentence in Spanish': `contraseña: ${canary}`,
  'a sentence with backticks': `password \`${canary}\``,
  'Markdown, bold': `**Password:** ${canary}`,
  'Markdown, a table': `| password | ${canary} |`,
}

const pieces = [
  canary,
  '7f3d9b51',
  base64(canary).slice(3, 15),
  base64(`ada:${canary}`).slice(6, 18),
  hex(canary).slice(4, 20),
  '6e 61 72 79',
]

describe.each(Object.entries(shapes))('%s', (_, text) => {
  test.each(['hidden', 'kept'] as const)('users %s: the secret is gone', (users) => {
    const kept = redactText(text, [], { users, names: [] }).replaceAll('\0', '')
    for (const piece of pieces) expect(kept).not.toContain(piece)
    expect(kept).toMatch(/<credentials>|<password>/)
  })
})

test('keys are told by their form, wherever they were cut', () => {
  const lines = `    MIIE${body}\n    ${body}\n    -----END PRIVATE KEY-----`
  for (const text of [
    lines,
    lines.replaceAll('\n    ', '\\n'),
    lines.replaceAll('    ', '> '),
    `Private-Lines: 2\n${body}\n${body}\nPrivate-MAC: x`,
  ])
    expect(redactText(text, [])).not.toContain('a1B2a1B2')
})

describe('what people say of passwords stays', () => {
  test.each([
    'the password is wrong',
    'The password was rotated on Tuesday',
    'the password is url-encoded',
    'the password is 24 characters long',
    'the password was verified with mongosh 2.3.1',
    'the password is the same as yesterday',
    'password reset (08:15) → failed',
    'access token 1 of 3',
    '| password | wrong | tried |',
    'image mongo:7.0@sha256:aaaa',
    'npm i mongodb@6.3.0',
    'MongoDB::Error: Unsupported option',
    'https://deno.land/x/mongo@v0.21.0/mod.ts',
    "URI 'mongodb://%2Ftmp%2Fmongodb-27017.sock' could not be parsed",
    'ProxySettings{host=127.0.0.1, username=null, password=null}}',
    'secret mongo-credentials in namespace prod',
    'name: DB_HOST\nvalue: mongo-1',
  ])('%s', (text) => {
    expect(redactText(text, [], { users: 'kept', names: [] })).toBe(text)
  })
})

/** Encoders of this test that the engine has none like. */
const encodings: Readonly<Record<string, (text: string) => string>> = {
  'three times for a URL': (text) => [1, 2, 3].reduce((made) => encodeURIComponent(made), text),
  'in part for a URL': (text) => text.replace(/[@:/]/g, encodeURIComponent),
  'every byte for a URL': (text) => `%${hex(text).match(/../g)?.join('%')}`,
  decomposed: (text) => text.normalize('NFD'),
  'as SASLprep has it': (text) => text.normalize('NFKC'),
  'UTF-8 read as Latin-1': (text) => Buffer.from(text).toString('latin1'),
  'UTF-16 in Base64': (text) => Buffer.from(text, 'utf16le').toString('base64'),
  'PLAIN in Base64': (text) => base64(`\0ada\0${text}`),
  'Basic in Base64': (text) => base64(`ada:${text}`),
}

describe.each(Object.entries(encodings))('a password that is known, %s', (_, encode) => {
  test.each(['pässwörd-1', 'pä@ss:w/rd', '100%x#y', 'ﬁx-Ⅳ-pass', 'пароль9', 'abc', 'p%40ss'])(
    '%s',
    (secret) => {
      const written = encode(secret)
      for (const given of [secret, encodeURIComponent(secret)])
        expect(redactText(`sent ${written} to it`, [new Secret(given)])).not.toContain(written)
    },
  )
})

test('what is taken out of one place of a text is known for the others', () => {
  const found = secretsIn(`- name: DB_PASSWORD\n  value: ${canary}\nthe password is swordfish.`)
  expect(found.map((secret) => secret.reveal())).toEqual(expect.arrayContaining([canary, 'swordfish']))
})
