import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { parseTarget, redactText, Secret, userNamesIn } from '@mongowhy/core'

const encodings: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  'for a URL': encodeURIComponent,
  'for a URL, twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'as a form': (text) => new URLSearchParams({ q: text }).toString().slice(2),
  'as JSON': (text) => JSON.stringify(text).slice(1, -1),
  'in HTML': (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  'in Base64 with a password': (text) => Buffer.from(`${text}:xyz`).toString('base64'),
  'in hexadecimal': (text) => Buffer.from(text).toString('hex'),
  'in capitals': (text) => text.replace(/[a-z]/g, (c) => c.toUpperCase()),
}

const names = fc
  .string({
    unit: fc.constantFrom(...'abcdefghijkmnopqrstuvwxyz0123456789_-.+@=,"&<éß'.split('')),
    minLength: 9,
    maxLength: 24,
  })
  .filter((name) => /^[a-z]{2}/.test(name) && /\d/.test(name))
const passwords = fc
  .string({
    unit: fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ23456789!$'.split('')),
    minLength: 10,
    maxLength: 20,
  })
  .filter((text) => /\d/.test(text))
const users = (name: string): { users: 'hidden'; names: readonly Secret[] } => ({
  users: 'hidden',
  names: [new Secret(name)],
})

describe('a hidden user leaves no trace', () => {
  test.each(Object.entries(encodings))('%s', (_, encode) => {
    fc.assert(
      fc.property(names, fc.constantFrom('', ' ', '"', '(', '='), (name, around) => {
        const written = encode(name)
        expect(redactText(`before ${around}${written}${around} after`, [], users(name))).not.toContain(
          written,
        )
      }),
      { numRuns: 200 },
    )
  })

  test('nor in what a connection string shows; kept, the name stands there, and the password in no case', () => {
    fc.assert(
      fc.property(names, passwords, (name, password) => {
        const string = `mongodb://${encodeURIComponent(name)}:${encodeURIComponent(password)}@db.test/app`
        expect(parseTarget(string).uri.redacted).toBe('mongodb://<credentials>@db.test/app')
        const kept = parseTarget(string, 'kept').uri.redacted
        expect(kept).toBe(`mongodb://${encodeURIComponent(name)}:<password>@db.test/app`)
        expect(redactText(kept, [], { users: 'kept', names: [] })).toBe(kept)
        expect(userNamesIn(`see ${kept}`).map((each) => each.reveal())).toContain(name)
      }),
      { numRuns: 300 },
    )
  })
})

test('a name that reads like the setting of a password is a name where it stands in a string, and nowhere else', () => {
  const redacted = (text: string): string => redactText(text, [], { users: 'kept', names: [] })
  const string = 'mongodb://pw%3Dswordfish-6:<password>@db.test/app'
  expect(redacted(string)).toBe(string)
  expect(redacted('see pw=swordfish-6:<password>')).not.toContain('swordfish')
  expect(redacted('mongodb://db.test/ pw=swordfish-6')).not.toContain('swordfish')
})

test.each([
  ['a password alone, whose name was forgotten', 'mongodb://hunter2hunter2@db.test/'],
  ['a name that holds the password', 'mongodb://ada-hunter2:hunter2@db.test/'],
  ['a name equal to the password, encoded', 'mongodb://p%40ssw0rd:p@ssw0rd@db.test/'],
  ['reserved characters that stand bare', 'mongodb://ada:hu/nter2@db.test/'],
  ['a name with an @ that is not encoded', 'mongodb://ada@corp.test:hunter2@db.test/'],
  ['the keys of AWS', 'mongodb://AKIAIOSFODNN7EXAMPLE:s3cr3t@db.test/?authMechanism=MONGODB-AWS'],
])('no name is shown for %s', (_, string) => {
  const { redacted } = parseTarget(string, 'kept').uri
  expect(redacted).toMatch(/^mongodb:\/\/(?:<credentials>@)?db\.test|^mongodb:\/\/<credentials>/)
  expect(redacted).not.toMatch(/hunter|nter2|s3cr3t|ssw0rd|AKIA|ada/)
})

test('a subject is a name without a password', () => {
  expect(
    parseTarget('mongodb://CN%3Dclient@db.test/?authMechanism=MONGODB-X509', 'kept').uri.redacted,
  ).toContain('mongodb://CN%3Dclient@db.test')
})

test.each([
  ['Could not find user "lovelace" for db "app"', 'lovelace'],
  ['UserNotFound: Could not find user lovelace@app', 'lovelace'],
  ['SCRAM-SHA-256 authentication failed for lovelace on app from client 10.0.0.1:5', 'lovelace'],
  ['{"principalName":"lovelace","authenticationDatabase":"app"}', 'lovelace'],
  ["MongoCredential{mechanism=SCRAM-SHA-1, userName='lovelace', source='app'}", 'lovelace'],
  ['mongosh --username lovelace db.test', 'lovelace'],
])('what is called a user is hidden: %s', (text, name) => {
  expect(redactText(text, [])).not.toContain(name)
  expect(redactText(text, [], { users: 'kept', names: [] })).toBe(text)
  expect(
    userNamesIn(text)
      .map((each) => each.reveal())
      .join(),
  ).toContain(name)
})

test.each([
  'user and password are required',
  'command find requires authentication',
  'the user is not allowed to do action [find] on [app.things]',
  'authentication failed for reasons unknown on the server',
])('words are no names: %s', (text) => {
  expect(redactText(text, [])).toBe(text)
})

test('a short name is no part of longer words', () => {
  const { names: known } = users('ada')
  expect(redactText('ada asks the adapter', [], { users: 'hidden', names: known })).toBe(
    '<credentials> asks the adapter',
  )
})
