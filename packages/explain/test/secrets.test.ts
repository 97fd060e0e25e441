import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { symptoms } from '@mongowhy/causes/symptoms'
import { explain } from '@mongowhy/explain'

const samples = symptoms.flatMap((each) => each.symptoms.map(({ sample }) => sample))

// Long enough, and mixed enough, to stand in no text by chance.
const secrets = fc
  .string({
    unit: fc.constantFrom(...'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789!$*-_.~'.split('')),
    minLength: 10,
    maxLength: 24,
  })
  .filter((text) => /^[a-z]/i.test(text) && /\d/.test(text) && /[a-z]/.test(text))

/** Where people leave a password when they paste an error. */
const places: Readonly<Record<string, (secret: string, sample: string) => string>> = {
  'a string before': (secret, sample) =>
    `MONGODB_URI=mongodb+srv://ada:${secret}@c0.ab1cd.mongodb.net/\n${sample}`,
  'a string in the words': (secret, sample) =>
    sample.replace(/mongodb(?:\+srv)?:\/\/[^\s"'`]{1,200}|$/, `mongodb://ada:${secret}@h.test/`),
  'a setting of the image': (secret, sample) => `MONGO_INITDB_ROOT_PASSWORD=${secret}\n${sample} ${secret}`,
  'a command': (secret, sample) => `$ mongosh -u ada -p ${secret} db.example.com\n${sample}: ${secret}`,
  YAML: (secret, sample) => `mongodb:\n  auth:\n    rootPassword: ${secret}\n---\n${sample} (${secret})`,
  JSON: (secret, sample) =>
    JSON.stringify({ level: 'error', password: secret, err: { message: `${sample} ${secret}` } }),
  'a header': (secret, sample) =>
    `Authorization: Basic ${Buffer.from(`ada:${secret}`).toString('base64')}\n${sample} password=${secret}`,
  'in Base64 elsewhere': (secret, sample) =>
    `password: "${secret}"\n${sample} ${Buffer.from(secret).toString('base64')} ${encodeURIComponent(secret)}`,
  code: (secret, sample) => `await db.auth('ada', '${secret}')\n${sample} '${secret}'`,
}

describe('no secret of the input survives in an explanation', () => {
  test.each(Object.entries(places))('%s', (_, place) => {
    fc.assert(
      fc.property(secrets, fc.constantFrom(...samples), (secret, sample) => {
        const said = JSON.stringify(explain(place(secret, sample)))
        const base64 = Buffer.from(secret).toString('base64')
        for (const form of [
          secret,
          encodeURIComponent(secret),
          base64.slice(0, -4),
          Buffer.from(secret).toString('hex'),
        ])
          expect(said).not.toContain(form)
      }),
      { numRuns: 60 },
    )
  })
})

test('a user that the text names is quoted only where that is asked for', () => {
  const text =
    'MongoServerError: Could not find user "lovelace7" for db "admin" (UserNotFound)\nMONGODB_URI=mongodb://lovelace7:Tr0ub4dor3@h.test/'
  expect(JSON.stringify(explain(text))).not.toContain('lovelace7')
  expect(JSON.stringify(explain(text, 'kept'))).toContain('lovelace7')
  expect(JSON.stringify(explain(text, 'kept'))).not.toContain('Tr0ub4dor3')
  expect(explain(text).candidates.map(({ code }) => code)).toEqual(
    explain(text, 'kept').candidates.map(({ code }) => code),
  )
})
