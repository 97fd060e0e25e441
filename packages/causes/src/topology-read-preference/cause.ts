import { absent, cite, defineCause, listed, says, seenBy, together, unknown } from '@mongowhy/core'
import type { Cause, Citation, Endpoint, Evidence, Inference, SelectionOptions } from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'
import { answers, discovers, namedBy } from '../kit/members.ts'
import type { Answer } from '../kit/members.ts'
import { narrowed } from './eligible.ts'
import { advise } from './words.ts'
import type { Facts } from './words.ts'

// FailedToSatisfyReadPreference and MaxStalenessOutOfRange, as a router says it.
const refusals: readonly number[] = [133, 160]

// Drivers refuse a smaller value where they choose among members of a set.
const leastStalenessSeconds = 90

const anyMember: SelectionOptions = { tagSets: [], maxStalenessSeconds: null }

export const cause: Cause = defineCause<Facts>({
  code: 'topology-read-preference',
  title: 'No member fits the read preference',
  scope: 'target',
  infer,
  advise,
})

function infer(evidence: Evidence): Inference<Facts> {
  const options = effective(evidence)
  if (options === undefined) return unknown()
  const refused = refusal(evidence)
  const mode = options.readPreference ?? 'primary'
  const selection = options.selection ?? anyMember
  if (refused !== null) {
    return present({ is: 'refused', mode, selection, code: refused.code }, 'certain', [refused.says])
  }
  if (!discovers(evidence)) return unknown()
  const members = answers(evidence).filter(({ hello }) => hello.setName !== null)
  const [first] = members
  if (first === undefined) return unknown()
  if (mode.toLowerCase() === 'primary') return absent(cite(first.look, says`reads go to the primary`))
  const { maxStalenessSeconds } = selection
  if (maxStalenessSeconds !== null && maxStalenessSeconds < leastStalenessSeconds) {
    const seconds = maxStalenessSeconds
    return present({ is: 'staleness-too-small', mode, selection, seconds }, 'certain', [
      cite(
        first.look,
        says`it is a member of a set, and maxStalenessSeconds=${seconds} is below ${leastStalenessSeconds}`,
      ),
    ])
  }
  const why = narrowed(members, mode, selection)
  if (why === 'none') return absent(cite(first.look, says`a member fits readPreference=${mode}`))
  const unreached = notReached(members)
  // A set without a primary and without secondaries has another fault than the preference.
  if (why === 'role' && !members.some(({ hello }) => hello.role === 'primary')) return unknown()
  return present(
    { is: why, mode, selection, tags: tagsOf(members), unreached },
    unreached.length === 0 ? 'certain' : 'likely',
    [said(first), ...members.slice(1).map(said)],
  )
}

function present(
  facts: Facts,
  certainty: 'certain' | 'likely',
  because: readonly [Citation, ...Citation[]],
): Inference<Facts> {
  return { is: 'present', certainty, bearing: 'fault', facts, because }
}

function said({ endpoint, hello, look }: Answer): Citation {
  const tags = Object.entries(hello.tags ?? {}).map(([name, value]) => `${name}:${value}`)
  const role = hello.role === 'arbiter' ? 'an arbiter' : hello.role
  return cite(
    look,
    together(
      says`${endpoint} is ${role}`,
      tags.length === 0 ? says`, without tags` : together(says`, with the tags`, listed(tags.slice(0, 8))),
    ),
  )
}

/** Members that might fit and did not answer. */
function notReached(members: readonly Answer[]): readonly Endpoint[] {
  const answered = new Set(
    members.flatMap(({ endpoint, hello }) => [endpoint, hello.me?.toLowerCase() ?? endpoint]),
  )
  const arbiters = new Set(members.flatMap(({ hello }) => hello.arbiters.map((each) => each.toLowerCase())))
  return [...new Set(members.flatMap(namedBy))].filter((each) => !answered.has(each) && !arbiters.has(each))
}

function tagsOf(members: readonly Answer[]): readonly string[] {
  const pairs = members.flatMap(({ hello }) =>
    Object.entries(hello.tags ?? {}).map(([name, value]) => `${name}:${value}`),
  )
  return [...new Set(pairs)].slice(0, 12)
}

function refusal(evidence: Evidence): { readonly code: number; readonly says: Citation } | null {
  for (const look of seenBy(evidence, 'ops.run')) {
    const { outcome, operation } = look.saw
    const code = outcome.is === 'failed' ? outcome.error.code : null
    if (code !== null && refusals.includes(code)) {
      return { code, says: cite(look, says`the server refused the ${operation} with code ${code}`) }
    }
  }
  return null
}
