import { canMatch } from '../match/anchors.ts'
import { alertsIn } from './alerts.ts'
import { peersIn } from './ascii-length.ts'
import { dateSigns } from './dates.ts'
import { errnoRules } from './errno.ts'
import { exitRules } from './exit-codes.ts'
import { hostExpressions, hostSigns } from './hosts.ts'
import { languageRules } from './languages.ts'
import { dnsRules } from './names.ts'
import { placeRules } from './places.ts'
import { serverCodesIn } from './server-codes.ts'
import type { FoundSign, SignRule } from './sign.ts'
import { topologySigns } from './topology.ts'
import { versionSigns } from './versions.ts'
import { verifyRules } from './verify.ts'

export type { FoundSign } from './sign.ts'

const rules: readonly SignRule[] = [
  ...errnoRules,
  ...dnsRules,
  ...verifyRules,
  ...placeRules,
  ...exitRules,
  ...languageRules,
]

/** Every expression of which only those are run whose anchors a text holds. */
export const anchoredExpressions: readonly RegExp[] = [
  ...rules.map(({ shownBy }) => shownBy),
  ...hostExpressions,
]

/** Where the program runs, as also the prefixes show that are cleaned away (`app_1  | `). */
export function placesIn(raw: string): readonly FoundSign[] {
  return placeRules.flatMap(({ sign, shownBy }) => {
    const match = shownBy.exec(raw)
    return match === null ? [] : [{ sign, words: match[0].trim(), at: 0 }]
  })
}

/** Everything that can be decoded from a text, each fact once with the first words that show it. */
export function signsIn(text: string): ReadonlyMap<string, FoundSign> {
  const found = new Map<string, FoundSign>()
  const keep = (sign: FoundSign): void => {
    if (!found.has(sign.sign)) found.set(sign.sign, sign)
  }
  const folded = text.toLowerCase()
  for (const { sign, shownBy } of rules) {
    if (!canMatch(shownBy, folded)) continue
    const match = shownBy.exec(text)
    if (match !== null) keep({ sign, words: match[0].trim(), at: match.index })
  }
  for (const decode of [alertsIn, serverCodesIn, peersIn, hostSigns, topologySigns, versionSigns, dateSigns])
    decode(text).forEach(keep)
  return found
}
