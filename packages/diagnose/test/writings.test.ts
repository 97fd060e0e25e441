import { expect, test } from 'vitest'

import { leaksIn } from './writings.ts'

const password = 'canary-7f3d/9b51@do'

test.each([
  ['as it is', password],
  ['in capitals', password.toUpperCase()],
  ['encoded for a URL', encodeURIComponent(password)],
  ['in base 64', Buffer.from(password).toString('base64')],
  ['in base 64, after a name', Buffer.from(`ada:${password}`).toString('base64')],
  ['in base 64, in a PLAIN message', Buffer.from(`\0ada\0${password}`).toString('base64')],
  ['in hexadecimal', Buffer.from(password).toString('hex')],
])('a password %s is found', (_, text) => {
  expect(leaksIn(new Map([['there', `before ${text} after`]]), password)).toEqual(['there'])
})

test('another text holds none', () => {
  expect(leaksIn(new Map([['there', 'canary-7f3d and 9b51']]), password)).toEqual([])
})
