import { says } from '@mongowhy/core'
import type { Report } from '@mongowhy/core'

import { contradicted, supported, unchecked } from '../checked.ts'
import type { Check } from '../checked.ts'
import { loginOf } from '../observed.ts'
import type { Observed } from '../observed.ts'

/** `The password is wrong`, or `is right`. */
export function credentials({ failing, working }: Observed, claimed: 'wrong' | 'right'): Check {
  const failed = failing === null ? undefined : loginOf(failing)
  if (failed?.saw.outcome.is === 'rejected') {
    const reason = says`The server rejects the login with what the connection string gives.`
    return claimed === 'wrong' ? supported(reason, failed.id) : contradicted(reason, failed.id)
  }
  const good =
    failed?.saw.outcome.is === 'logged-in' ? failed : working === null ? undefined : loginOf(working)
  if (good?.saw.outcome.is === 'logged-in') {
    const reason = says`The login works with what the connection string gives.`
    return claimed === 'right' ? supported(reason, good.id) : contradicted(reason, good.id)
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
