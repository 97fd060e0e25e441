import { describe, expect, test } from 'vitest'

import { parseTarget } from '@mongowhy/core'

function facts(password: string): unknown {
  return parseTarget(`mongodb://ada:${encodeURIComponent(password)}@h.test/`).uri.credentials
}

describe('what a password is made of', () => {
  test.each([
    ['letters and digits', 'canary1', 'ascii', false],
    ['every visible ASCII character', '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ ', 'ascii', false],
    ['an umlaut', 'schl\u00fcssel', 'beyond-ascii', false],
    ['a soft hyphen, which is mapped away', 'a\u00adb', 'beyond-ascii', false],
    ['an emoji', 'a\u{1f511}', 'beyond-ascii', false],
    ['a line break', 'a\n', 'unfit', false],
    ['a bell', 'a\u0007b', 'unfit', false],
    ['private use', 'a\ue000', 'unfit', false],
    ['private use beyond the first plane', 'a\u{f0000}', 'unfit', false],
    ['right-to-left override', 'a\u202eb', 'unfit', false],
    ['a tag', 'a\u{e0041}', 'unfit', false],
    ['the sign for what cannot be read', 'a\ufffdb', 'unfit', true],
    ['an umlaut read as Latin-1', 'schl\u00c3\u00bcssel', 'beyond-ascii', true],
    ['a pound sign read as Latin-1', '\u00c2\u00a3', 'beyond-ascii', true],
    ['a capital that only looks so', '\u00c3o', 'beyond-ascii', false],
  ])('%s', (_, password, passwordCharacters, passwordLooksMisread) => {
    expect(facts(password)).toMatchObject({ passwordCharacters, passwordLooksMisread })
  })

  test('without a password nothing is said', () => {
    expect(parseTarget('mongodb://h.test/').uri.credentials).not.toHaveProperty('passwordCharacters')
  })
})
