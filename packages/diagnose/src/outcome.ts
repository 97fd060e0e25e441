import { comesAndGoes, firstSeen, looksOf, repeatsIn, seenBy } from '@mongowhy/core'
import type { Evidence } from '@mongowhy/core'
import { answered, discovers, seedList } from '@mongowhy/causes/kit'

/**
 * Whether the target can be used, by what was done with it. `unchecked`: nothing was asked over the network, by request,
 * so there is nothing that speaks against it.
 */
export function works(evidence: Evidence): 'yes' | 'no' | 'unchecked' | 'unknown' {
  if (evidence.options.offline) return 'unchecked'
  const driver = firstSeen(evidence, 'driver.connect')?.saw.outcome
  if (driver?.is === 'failed') return 'no'
  // Once it worked, and over again it did not always: that is what a repetition was asked for to find.
  const repeats = repeatsIn(evidence)
  if (repeats !== null && comesAndGoes(repeats)) return 'no'
  if (driver?.is !== 'connected') return readWithoutDriver(evidence) ? 'yes' : 'unknown'
  if (seenBy(evidence, 'ops.run').some(({ saw }) => saw.outcome.is === 'failed')) return 'no'
  const login = firstSeen(evidence, 'auth.login')?.saw.outcome
  if (login?.is === 'rejected' || login?.is === 'failed') return 'no'
  const operations = looksOf(evidence, 'ops.run')
  const done = operations.filter((look) => look.status === 'seen')
  return done.some(({ ask }) => ask.vary.operation === 'read') && done.length === operations.length
    ? 'yes'
    : 'unknown'
}

/** Whether a read over a connection of our own stands for the driver's attempt. */
export function readWithoutDriver(evidence: Evidence): boolean {
  const needed = looksOf(evidence, 'driver.connect').some(
    (look) => look.status !== 'skipped' || look.reason !== 'not-needed',
  )
  return (
    !needed &&
    seenBy(evidence, 'ops.run').some(({ ask, saw }) => ask.endpoint !== null && saw.outcome.is === 'done')
  )
}

/**
 * Whether a server answered that a driver would select: then its attempt is worth waiting for, however long the login
 * takes. A standalone server among several seeds is none, but where all are: then Node's driver keeps the last.
 */
export function mayServe(evidence: Evidence): boolean {
  const seeds = seedList(evidence)
  const alike = seeds.every((seed) => answered(evidence, seed)?.hello.role === 'standalone')
  return seenBy(evidence, 'wire.hello').some(({ saw: { outcome } }) => {
    if (outcome.is !== 'reply') return false
    switch (outcome.hello.role) {
      case 'primary':
      case 'mongos':
      case 'load-balanced':
        return true
      case 'secondary':
        // A driver that discovers waits for a primary, unless it was told to read elsewhere.
        return !discovers(evidence) || readsElsewhere(evidence)
      case 'standalone':
        return seeds.length === 1 || alike
      case 'arbiter':
      case 'recovering':
      case 'ghost':
        return false
    }
  })
}

function readsElsewhere(evidence: Evidence): boolean {
  const preference = firstSeen(evidence, 'uri.parse')?.saw.effective.readPreference ?? 'primary'
  return preference !== 'primary'
}
