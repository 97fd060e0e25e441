import { says } from '@mongowhy/core'

import { contradicted, supported, unchecked } from '../checked.ts'
import type { Check } from '../checked.ts'
import { nameOfWorking, ofWorking } from '../observed.ts'
import type { Observed } from '../observed.ts'

export const dateDefects: ReadonlySet<string> = new Set(['expired', 'not-yet-valid'])
export const nameDefects: ReadonlySet<string> = new Set(['name-mismatch', 'no-alt-names'])
export const trustDefects: ReadonlySet<string> = new Set(['self-signed', 'untrusted-root', 'unknown-issuer'])

export const issuerDefects: ReadonlySet<string> = new Set(['unknown-issuer'])

/** `The certificate has expired`, `is for another name`, `comes from an unknown authority`. */
export function certificateDefect(of: Observed, kinds: ReadonlySet<string>): Check {
  const { untrusted } = of
  for (const look of untrusted) {
    const own = look.saw.verifications.find(({ store }) => store === 'driver')?.defects ?? []
    const found = own.find(({ is }) => kinds.has(is))
    if (found !== undefined)
      return supported(
        says`The chain that the server sent does not verify: ${found.is.replaceAll('-', ' ')}.`,
        look.id,
      )
  }
  const [bad] = untrusted
  if (bad !== undefined)
    return contradicted(
      says`The chain that the server sent does not verify, and for another reason: ${reasonsOf(bad)}.`,
      bad.id,
    )
  return withoutDefect(of)
}

/** `The server's certificate is at fault.` */
export function certificateAtFault(of: Observed): Check {
  const [bad] = of.untrusted
  return bad === undefined
    ? withoutDefect(of)
    : supported(says`The chain that the server sent does not verify.`, bad.id)
}

/** What is to be said of a claim about a defect where no chain has one. */
function withoutDefect(of: Observed): Check {
  const { trusted, refusedEarly, strictInWorking } = of
  const [good] = trusted
  if (good !== undefined)
    return contradicted(
      says`The chain that the server sent verifies, by every rule and up to a root that this client trusts.`,
      good.id,
    )
  const [later] = strictInWorking
  if (later !== undefined)
    return contradicted(
      says`In the run that works (${nameOfWorking(of)}) the chain that the server sent verifies, by every rule and up to a root that this client trusts.`,
      ...ofWorking(of, later),
    )
  const [early] = refusedEarly
  return early === undefined
    ? unchecked(says`No certificate was seen.`)
    : unchecked(
        says`The server refused before it showed a certificate, so nothing is known to be wrong with it.`,
        early.id,
      )
}

/** `Certificates are ruled out.` */
export function certificateFine({ refusedEarly, untrusted, trusted }: Observed): Check {
  const [bad] = untrusted
  if (bad !== undefined) return contradicted(says`The chain that the server sent does not verify.`, bad.id)
  const [good] = trusted
  if (good !== undefined) return supported(says`The chain verifies.`, good.id)
  const [early] = refusedEarly
  return early === undefined
    ? unchecked(says`No certificate was seen.`)
    : supported(
        says`No certificate of either side had been sent when the server refused, so none can be the reason.`,
        early.id,
      )
}

function reasonsOf({ saw }: Observed['untrusted'][number]): string {
  const defects = saw.verifications.find(({ store }) => store === 'driver')?.defects ?? []
  return [...new Set(defects.map(({ is }) => is.replaceAll('-', ' ')))].join(', ')
}

/** `We tried other certificate stores.` */
export function certificatesTried(of: Observed): Check {
  const [bad] = of.untrusted
  return bad === undefined
    ? certificateFine(of)
    : unchecked(
        says`The chain does not verify by what this run trusts (${reasonsOf(bad)}); what else it was tried with is not in the evidence.`,
        bad.id,
      )
}

/** `The certificate is valid until …` */
export function certificateInTime(of: Observed): Check {
  const { untrusted, trusted } = of
  const [seen] = [...untrusted, ...trusted]
  const defect = certificateDefect(of, dateDefects)
  if (defect.judgement === 'supported') return { ...defect, judgement: 'contradicted' }
  return seen === undefined
    ? { ...defect, judgement: 'cannot be checked' }
    : supported(says`No certificate of the chain has expired, and none is from the future.`, seen.id)
}
