import { describe, expect, test } from 'vitest'

import { holdsSecret, Secret } from '@mongowhy/core'

const secrets = [new Secret('p@ss/wörd 1'), new Secret('tr0ub4dor&3')]

describe('a text that is about to be written', () => {
  test.each([
    'password p@ss/wörd 1',
    'mongodb://ada:p%40ss%2Fw%C3%B6rd%201@h',
    'broken over\n   lines: p@ss/wörd\n  1',
    '<b>tr0ub4dor&amp;3</b>',
    'TR0UB4DOR&3',
    Buffer.from('ada:tr0ub4dor&3').toString('base64'),
  ])('is refused: %s', (text) => {
    expect(holdsSecret(text, secrets, [])).toBe(true)
  })

  test('may be any other', () => {
    expect(holdsSecret('the certificate of db.test:27017 is for other names', secrets, [])).toBe(false)
  })

  test.each([
    ['a word of ours', 'certificate', 'the certificate has expired'],
    ['a number like a port', '27017', 'db.test:27017'],
    ['a word of four letters', 'root', 'an untrusted root'],
    ['a placeholder', '<db_password>', 'the password is still <db_password>'],
    ['a placeholder, encoded', '%3Cdb_password%3E', 'the password is still <db_password>'],
    ['a placeholder without brackets', 'YOUR_PASSWORD', 'the password is still YOUR_PASSWORD'],
  ])('a password that is %s is no leak', (_, secret, text) => {
    expect(holdsSecret(text, [new Secret(secret)], [])).toBe(false)
  })

  test('a password that is part of a host name is no leak', () => {
    const secret = new Secret('mongo-db1')
    expect(holdsSecret('mongo-db1.lab.test is down', [secret], ['mongo-db1.lab.test'])).toBe(false)
    expect(holdsSecret('it said mongo-db1', [secret], ['db.lab.test'])).toBe(true)
  })
})
