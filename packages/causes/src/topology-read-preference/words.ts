import { listed, says, together } from '@mongowhy/core'
import type { Advice, Endpoint, Phrase, SelectionOptions } from '@mongowhy/core'

export type Facts = { readonly mode: string; readonly selection: SelectionOptions } & (
  | {
      readonly is: 'role' | 'tags' | 'staleness'
      readonly tags: readonly string[]
      readonly unreached: readonly Endpoint[]
    }
  | { readonly is: 'staleness-too-small'; readonly seconds: number }
  | { readonly is: 'refused'; readonly code: number }
)

export function advise(facts: Facts): Advice {
  const { mode, selection } = facts
  switch (facts.is) {
    case 'staleness-too-small':
      return {
        title: says`maxStalenessSeconds=${facts.seconds} is too small: 90 is the least`,
        explanation: says`Drivers refuse to choose a member by a staleness below 90 seconds, since they cannot measure it that finely. The refusal comes at the first operation, not when the string is read.`,
        steps: [says`Set maxStalenessSeconds to 90 or more, or leave it out.`],
      }
    case 'refused':
      return {
        title: says`The server found no member that fits the read preference (code ${facts.code})`,
        explanation: says`A router passes the read preference on to the shards; one of them has no member that fits readPreference=${mode}${tagWords(selection)}.`,
        steps: [
          ...steps(mode, selection),
          says`In mongosh on the router: sh.status() lists the shards; on each, rs.conf().members lists the tags.`,
        ],
      }
    case 'role':
    case 'tags':
    case 'staleness':
      return {
        title: titleOf(facts.is, mode, selection),
        explanation: together(
          reasonOf(facts.is, facts.tags),
          ...(facts.unreached.length === 0
            ? [says`All members that hold data answered, so no other can fit.`]
            : [says`Not reached from here:`, listed(facts.unreached), says`; one of them may fit.`]),
          says`A driver waits for one until the selection timeout.`,
        ),
        steps:
          facts.unreached.length === 0
            ? steps(mode, selection)
            : [
                says`Bring back the members that cannot be reached, if they are the ones meant.`,
                ...steps(mode, selection),
              ],
        ...(facts.unreached.length === 0
          ? {}
          : {
              confirm: says`The same connection string with readPreference=nearest and without tags: if reads work then, it is the preference.`,
            }),
      }
  }
}

function titleOf(is: 'role' | 'tags' | 'staleness', mode: string, selection: SelectionOptions): Phrase {
  switch (is) {
    case 'role':
      return says`readPreference=${mode} wants a secondary, and the set has none that answers`
    case 'tags':
      return says`No member has the tags that readPreference=${mode} wants${tagWords(selection)}`
    case 'staleness':
      return says`Every secondary is further behind than maxStalenessSeconds=${selection.maxStalenessSeconds ?? 0} allows`
  }
}

function reasonOf(is: 'role' | 'tags' | 'staleness', tags: readonly string[]): Phrase {
  switch (is) {
    case 'role':
      return says`A primary alone is no choice for this preference.`
    case 'tags':
      return tags.length === 0
        ? says`The members that answered have no tags at all.`
        : together(says`The members that answered have`, listed(tags), says`.`)
    case 'staleness':
      return says`Measured by the last write that each has, against the primary's.`
  }
}

function steps(mode: string, selection: SelectionOptions): readonly Phrase[] {
  return [
    ...(selection.tagSets.length === 0
      ? []
      : [
          says`Give the members the tags that are meant (rs.conf().members[n].tags, then rs.reconfig), or correct readPreferenceTags; case counts.`,
          says`Add an empty set at the end ("&readPreferenceTags="): then any member will do where no tagged one is there.`,
        ]),
    ...(mode.toLowerCase() === 'secondary'
      ? [says`Use readPreference=secondaryPreferred: it takes the primary where no secondary fits.`]
      : []),
    ...(selection.maxStalenessSeconds === null
      ? []
      : [says`Find out why the secondaries lag (rs.printSecondaryReplicationInfo()), or allow more.`]),
  ]
}

function tagWords({ tagSets }: SelectionOptions): string {
  const sets = tagSets
    .slice(0, 3)
    .map((tags) =>
      Object.entries(tags)
        .map(([name, value]) => `${name}:${value}`)
        .join(','),
    )
    .filter((set) => set !== '')
  return sets.length === 0 ? '' : ` (${sets.join(' or ')})`
}
