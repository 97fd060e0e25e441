// RFC 4013, section 2.1: spaces other than ASCII's become one; these disappear (RFC 3454, B.1); then NFKC.
const otherSpaces = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/g
const disappearing = /\u00ad|\u034f|\u1806|[\u180b-\u180d]|\u200c|\u200d|\u2060|[\ufe00-\ufe0f]|\ufeff/gu

/** A password as SCRAM-SHA-256 hashes it. Prohibited characters are let through: a lab's password has none. */
export function preparedPassword(password: string): string {
  return password.replace(otherSpaces, ' ').replace(disappearing, '').normalize('NFKC')
}
