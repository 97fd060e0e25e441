import { says } from '@mongowhy/core'
import type { Report } from '@mongowhy/core'

import { contradicted, supported, unchecked } from '../checked.ts'
import type { Check } from '../checked.ts'
import { loginOf, nameOfWorking, ofWorking } from '../observed.ts'
import type { Observed } from '../observed.ts'

/** `The password is wrong`, or `is right`. */
export function credentials(of: Observed, claimed: 'wrong' | 'right'): Check {
  const { failing, working } = of
  const failed = failing === null ? undefined : loginOf(failing)
  if (failed?.saw.outcome.is === 'rejected') {
    const reason = says`The server rejects the login with what the connection string gives.`
    return claimed === 'wrong' ? supported(reason, failed.id) : contradicted(reason, failed.id)
  }
  const good =
    failed?.saw.outcome.is === 'logged-in' ? failed : working === null ? undefined : loginOf(working)
  if (good?.saw.outcome.is === 'logged-in') {
    const own = good === failed
    const reason = own
      ? says`The login works with what the connection string gives.`
      : says`In the run that works (${nameOfWorking(of)}) the login works with what the connection string gives.`
    const looks = own ? [good.id] : ofWorking(of, good)
    return claimed === 'right' ? supported(reason, ...looks) : contradicted(reason, ...looks)
  }
  if (claimed === 'wrong' && failing !== null && endsBeforeLogin(failing)) {
    return contradicted(
      says`The connection ends at ${failing.verdict.primary?.stage ?? 'an earlier stage'}, before any credential is sent: they cannot be the reason.`,
      ...(failing.verdict.primary?.because.slice(0, 1).map(({ look }) => look) ?? []),
    )
  }
  return unchecked(says`No login was made, so nothing is known of the credentials.`)
}

function endsBeforeLogin({ verdict }: Report): boolean {
  return ['uri', 'env', 'dns', 'tcp', 'proxy', 'tls', 'wire'].includes(verdict.primary?.stage ?? '')
}

/** `It works.` */
export function works({ working, failing }: Observed): Check {
  if (working !== null) return supported(says`The run of ${working.evidence.takenAt} connected.`)
  return failing === null
    ? unchecked(says`No run is there.`)
    : unchecked(says`No run of this report connected; whether it did at that time is not in the evidence.`)
}

/** `It fails.` */
export function fails({ failing }: Observed): Check {
  return failing === null
    ? contradicted(says`Every run of this report connected.`)
    : supported(
        says`The run of ${failing.evidence.takenAt} failed as well.`,
        ...(failing.verdict.primary?.because.slice(0, 1).map(({ look }) => look) ?? []),
      )
}

/** `It never worked.` */
export function neverWorked(of: Observed): Check {
  return of.working === null
    ? unchecked(says`No run of this report connected; what was before them is not in the evidence.`)
    : contradicted(says`The run of ${of.working.evidence.takenAt} connected.`)
}
