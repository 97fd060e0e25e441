import type { FoundSign } from './sign.ts'

const day = /\b(20\d\d)-(\d\d)-(\d\d)(?=[T ,\]"']|$)/g

/**
 * DST Root CA X3, which vouched for Let's Encrypt's own root and so for Atlas, expired on 30 September 2021
 * (letsencrypt.org/docs/dst-root-ca-x3-expiration-september-2021). Whoever trusted that root alone, or followed the chain
 * into it, saw valid certificates "expire" from that day on, and renewed or updated within the next months.
 */
const dstExpired = '2021-09-30'
const dstOver = '2022-01-31'

/** Days that matter among those that a text names: `date:dst-root-expired`. */
export function dateSigns(text: string): readonly FoundSign[] {
  const named = [...text.matchAll(day)].find(([whole]) => whole >= dstExpired && whole <= dstOver)
  const told = /\bDST Root CA X3\b/i.exec(text)
  return [named, told].flatMap((match) =>
    match === undefined || match === null
      ? []
      : [{ sign: 'date:dst-root-expired' as const, words: match[0], at: match.index }],
  )
}
