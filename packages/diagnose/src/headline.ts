import { firstSeen, says, seenBy, together } from '@mongowhy/core'
import type { Evidence, NamedCause, Phrase, Verdict } from '@mongowhy/core'
import { answered, targetDatabase } from '@mongowhy/causes/kit'

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
  const session = login === 'logged-in' ? says`the driver logged in to` : says`the driver connected to`
  const did = wrote ? says`and read and wrote as asked.` : says`and read from the database ${database}.`
  return together(session, whose, did)
}

function unexplained(evidence: Evidence): Phrase {
  const driver = firstSeen(evidence, 'driver.connect')?.saw.outcome
  if (driver?.is === 'failed') {
    return says`Something is wrong, and the evidence does not decide what. The driver said: ${driver.error.message}`
  }
  const unanswered = seenBy(evidence, 'wire.hello').find(
    ({ ask, saw }) => ask.endpoint !== null && (saw.outcome.is === 'closed' || saw.outcome.is === 'reset'),
  )
  if (unanswered !== undefined) {
    return says`${unanswered.ask.endpoint ?? ''} takes the connection and ends it without an answer; the evidence does not decide why.`
  }
  return says`What was seen does not decide whether the target can be used.`
}
