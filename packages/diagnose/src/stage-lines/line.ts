import type {
  Endpoint,
  LookOf,
  Phrase,
  ProbeName,
  SeenLook,
  SkipReason,
  Stage,
  StageLine,
} from '@mongowhy/core'
import { says } from '@mongowhy/core'

const reasons: Readonly<Record<SkipReason, string>> = {
  offline: 'needs the network',
  'earlier-fault': 'an earlier step failed',
  'not-needed': 'not needed',
  'unverified-peer': 'the peer is not verified, so nothing is sent to it',
  'time-out': 'no time was left',
  interrupted: 'interrupted',
  'cut-short': 'cut short, the verdict stands without it',
  'not-asked': 'not asked for',
  'too-many': 'more than the bound on looks of this kind',
}

/** A skip reason in words. */
export function reasonText(reason: SkipReason): string {
  return reasons[reason]
}

export function line(
  stage: Stage,
  endpoint: Endpoint | null,
  status: StageLine['status'],
  tookMs: number,
  summary: Phrase,
): StageLine {
  return { stage, endpoint, status, tookMs, summary }
}

export function skipped(stage: Stage, endpoint: Endpoint | null, reason: SkipReason): StageLine {
  return line(stage, endpoint, 'skipped', 0, says`not checked: ${reasonText(reason)}`)
}

/** The longest of looks that ran side by side, in milliseconds. */
export function longest(looks: readonly { readonly tookMs: number }[]): number {
  return looks.reduce((most, { tookMs }) => Math.max(most, tookMs), 0)
}

/** Looks of one endpoint that saw something, and why the first of the others was left out. */
export function split<P extends ProbeName>(
  looks: readonly LookOf<P>[],
): {
  readonly seen: readonly SeenLook<P>[]
  readonly reason: SkipReason | null
  readonly broken: string | null
} {
  const skip = looks.find((look) => look.status === 'skipped')
  const broken = looks.find((look) => look.status === 'broken')
  return {
    seen: looks.filter((look) => look.status === 'seen'),
    reason: skip?.reason ?? null,
    broken: broken?.error ?? null,
  }
}
