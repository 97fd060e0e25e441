import { firstSeen, repeatsIn, says, seenBy, together } from '@mongowhy/core'
import type { Evidence, NamedCause, Phrase, Verdict } from '@mongowhy/core'
import { answered, targetDatabase } from '@mongowhy/causes/kit'

import { readWithoutDriver } from './outcome.ts'
import { unexplained } from './unexplained.ts'

/** One sentence: what the outcome is, of what. */
export function headline(
  outcome: Verdict['outcome'],
  primary: NamedCause | null,
  evidence: Evidence,
): Phrase {
  switch (outcome) {
    case 'explained':
      return primary === null ? says`A cause was found.` : primary.title
    case 'unexplained':
      return unexplained(evidence)
    case 'healthy':
      return evidence.options.offline
        ? says`Nothing wrong was found in what can be checked without the network.`
        : together(says`The connection works:`, healthy(evidence))
  }
}

function healthy(evidence: Evidence): Phrase {
  const login = firstSeen(evidence, 'auth.login')?.saw.outcome.is
  const wrote = seenBy(evidence, 'ops.run').some(({ ask }) => ask.vary.operation === 'delete')
  const database = targetDatabase(evidence)
  const set = answered(evidence, null)?.hello.setName ?? null
  const whose = set === null ? says`the server` : says`the replica set ${set}`
  if (readWithoutDriver(evidence))
    return together(whose, says`answered a read from the database ${database}.`)
  const session = login === 'logged-in' ? says`the driver logged in to` : says`the driver connected to`
  const did = wrote ? says`and read and wrote as asked.` : says`and read from the database ${database}.`
  const repeats = repeatsIn(evidence)
  const again = repeats === null ? says`` : says`So it was each of ${repeats.rounds} times.`
  return together(session, whose, did, again)
}
