import { comesAndGoes, firstSeen, repeatsIn, says, seenBy, together } from '@mongowhy/core'
import type { DnsSighting, Evidence, Phrase } from '@mongowhy/core'
import { answered, uriOf } from '@mongowhy/causes/kit'

/** What is known although no cause is: the furthest that the target was followed, and how it ended there. */
export function unexplained(evidence: Evidence): Phrase {
  return (
    tooLong(evidence) ??
    ofDriver(evidence) ??
    ofRepeats(evidence) ??
    ofOperations(evidence) ??
    ofHello(evidence) ??
    ofResolver(evidence) ??
    ofTime(evidence) ??
    says`What was seen does not decide whether the target can be used.`
  )
}

function tooLong(evidence: Evidence): Phrase | null {
  const uri = uriOf(evidence)
  if (uri?.faults.some(({ kind }) => kind === 'too-long') !== true) return null
  return says`The connection string has ${uri.length} characters, far more than any that a person writes, so nobody was contacted with it.`
}

function ofDriver(evidence: Evidence): Phrase | null {
  const driver = firstSeen(evidence, 'driver.connect')?.saw.outcome
  if (driver?.is === 'cut-short') return ofSelection(evidence)
  if (driver?.is !== 'failed') return null
  const { name, systemCode, message } = driver.error
  if (driver.phase === 'parse') {
    return says`The official driver refuses the connection string, or the options that were given for code, before it contacts anybody. It said: ${message}`
  }
  const network = systemCode !== null || name === 'MongoNetworkTimeoutError'
  const once = network && repeatsIn(evidence) === null && answered(evidence, null) !== undefined
  return together(
    says`Something is wrong, and the evidence does not decide what.`,
    counted(evidence),
    once
      ? says`Our own connection was answered a moment before, so this may come and go: --repeat 20 counts how often, and at which step.`
      : says``,
    says`The driver said: ${message}`,
  )
}

/** How a place fared that was tried again; nothing where none was, or was sound. */
function counted(evidence: Evidence): Phrase {
  const place = repeatsIn(evidence)?.places.find(({ tries, passed }) => passed < tries)
  return place === undefined
    ? says``
    : says`Of ${place.tries} more connections to ${place.endpoint}, ${place.passed} went the whole way.`
}

/** The driver that was stopped while it looked for a server, of which we had an answer. */
function ofSelection(evidence: Evidence): Phrase | null {
  const [failing] =
    firstSeen(evidence, 'driver.connect')?.saw.servers.filter(({ error }) => error !== null) ?? []
  if (failing?.error === undefined || failing.error === null) return null
  if (answered(evidence, null) === undefined) return null
  const family = uriOf(evidence)?.options.find(({ name }) => name.toLowerCase() === 'family')?.value
  return together(
    says`The driver found no server, although our own first message was answered; the evidence does not decide why.`,
    family === '4' || family === '6'
      ? says`The connection string holds it to addresses of IPv${family} (family=${family}).`
      : says``,
    says`Of ${failing.address} the driver said: ${failing.error.message}`,
  )
}

function ofRepeats(evidence: Evidence): Phrase | null {
  const repeats = repeatsIn(evidence)
  if (repeats === null || !comesAndGoes(repeats)) return null
  const place = repeats.places.find(({ tries, passed }) => passed > 0 && passed < tries)
  return place === undefined
    ? says`The driver got in ${repeats.driver?.passed ?? 0} of ${repeats.driver?.tries ?? 0} times; the evidence does not decide why.`
    : says`${place.endpoint} answered ${place.passed} of ${place.tries} times; the evidence does not decide why.`
}

function ofOperations(evidence: Evidence): Phrase | null {
  for (const { saw } of seenBy(evidence, 'ops.run')) {
    if (saw.outcome.is !== 'failed') continue
    return says`The driver connected, and then the ${saw.operation} failed; the evidence does not decide why. The driver said: ${saw.outcome.error.message}`
  }
  return null
}

function ofHello(evidence: Evidence): Phrase | null {
  const unanswered = seenBy(evidence, 'wire.hello').find(
    ({ ask, saw }) => ask.endpoint !== null && (saw.outcome.is === 'closed' || saw.outcome.is === 'reset'),
  )
  if (unanswered === undefined) return null
  return says`${unanswered.ask.endpoint ?? ''} takes the connection and ends it without an answer; the evidence does not decide why.`
}

function ofResolver(evidence: Evidence): Phrase | null {
  for (const { saw } of seenBy(evidence, 'dns.query')) {
    const why = unusable(saw)
    if (why === null) continue
    return says`The answer to the question for the ${saw.type} records of ${saw.name} cannot be used (${why}); the evidence does not decide why.`
  }
  return null
}

/** The bound on the whole diagnosis came first. */
function ofTime({ looks }: Evidence): Phrase | null {
  const late = looks.some((look) => look.status === 'skipped' && look.reason === 'time-out')
  return late
    ? says`The time for the whole diagnosis was over before what was seen could decide; a longer --timeout lets it.`
    : null
}

function unusable(saw: DnsSighting): string | null {
  switch (saw.outcome) {
    case 'malformed':
      return saw.detail
    case 'truncated':
      return `it is truncated, and by TCP the resolver is ${saw.tcp}`
    case 'rcode':
      return `code ${saw.rcode}`
    case 'answer':
    case 'nodata':
    case 'nxdomain':
    case 'servfail':
    case 'refused':
    case 'timeout':
    case 'temporary':
    case 'unreachable':
    case 'failed':
      return null
  }
}
