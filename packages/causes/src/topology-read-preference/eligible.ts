import type { SelectionOptions } from '@mongowhy/core'

import type { Answer } from '../kit/members.ts'

/** Why a read preference leaves no member, in the order in which a driver narrows its choice. */
export type Narrowed = 'none' | 'role' | 'staleness' | 'tags'

// The rest of a driver's estimate: its heartbeat interval, and that a primary without work writes every ten seconds.
const slackMs = 20_000

/**
 * What a driver's selection makes of the members that answered (server selection specification). `none`: a member is
 * left. `primaryPreferred` and `secondaryPreferred` fall back as they do there.
 */
export function narrowed(
  members: readonly Answer[],
  mode: string,
  { tagSets, maxStalenessSeconds }: SelectionOptions,
): Narrowed {
  const primary = members.find(({ hello }) => hello.role === 'primary')
  const secondaries = members.filter(({ hello }) => hello.role === 'secondary')
  const lower = mode.toLowerCase()
  if (primary !== undefined && (lower.endsWith('preferred') || lower === 'primary')) return 'none'
  const candidates = lower === 'nearest' && primary !== undefined ? [primary, ...secondaries] : secondaries
  if (candidates.length === 0) return 'role'
  const fresh = candidates.filter((member) => !isStale(member, primary, maxStalenessSeconds))
  if (fresh.length === 0) return 'staleness'
  const fits =
    tagSets.length === 0 ||
    tagSets.some((tags) =>
      fresh.some(({ hello }) => Object.entries(tags).every(([name, value]) => hello.tags?.[name] === value)),
    )
  return fits ? 'none' : 'tags'
}

/** Only where it is so by a margin: what a driver reckons with is not ours. */
function isStale(member: Answer, primary: Answer | undefined, maxSeconds: number | null): boolean {
  if (maxSeconds === null || primary === undefined || member === primary) return false
  const ahead = Date.parse(primary.hello.lastWriteDate ?? '')
  const behind = Date.parse(member.hello.lastWriteDate ?? '')
  return ahead - behind > maxSeconds * 1_000 + slackMs
}
