import type { CredentialShape } from '../sightings/index.ts'

// RFC 4013, section 2.3, by the tables of RFC 3454 that it names: C.2 control, C.3 private use, C.4 and C.5 no characters,
// C.6 and C.7 unfit for text, C.8 deprecated and changing the display, C.9 tags. What it maps away (B.1) comes first.
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u001f\u007f-\u009f\u06dd\u070f\u180e\u2028\u2029\u2061-\u2063\u206a-\u206f]/
const noCharacter = /[\ud800-\udfff\ufdd0-\ufdef\ufff9-\uffff]|\p{Co}|[\u2ff0-\u2ffb]/u
const display = /[\u0340\u0341\u200e\u200f\u202a-\u202e]|[\u{e0001}\u{e0020}-\u{e007f}]/u

// UTF-8 of Latin letters, read as Latin-1 or Windows-1252, begins with these.
const misread = /\ufffd|[\u00c2\u00c3][\u0080-\u00bf\u0152-\u0178\u2013-\u2122]/

/** What a password is made of, as far as it may be known: a class of characters, never the characters. */
export function passwordFacts(
  password: string,
): Pick<CredentialShape, 'passwordCharacters' | 'passwordLooksMisread'> {
  const unfit = control.test(password) || noCharacter.test(password) || display.test(password)
  const ascii = /^[ -~]*$/.test(password)
  return {
    passwordCharacters: unfit ? 'unfit' : ascii ? 'ascii' : 'beyond-ascii',
    passwordLooksMisread: misread.test(password),
  }
}
