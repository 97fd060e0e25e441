import { burst, cite, periodOf, repetition, says, trialsOf } from '@mongowhy/core'
import type { Citation, Endpoint, Evidence, SeenLook, WalkSighting } from '@mongowhy/core'

export type WalkLook = SeenLook<'path.walk'>

/** The walks of a repetition to one address of one endpoint, in the order of their rounds. */
export interface Rounds {
  readonly endpoint: Endpoint
  readonly address: string
  readonly walks: readonly WalkLook[]
  readonly passed: readonly WalkLook[]
  readonly failed: readonly WalkLook[]
  /** How often a failure followed a success, or the other way round. */
  readonly turns: number
  /** Every how many walks exactly one fails, seen at least three times; null where it is not so. */
  readonly every: number | null
  /** The step and the end that all failures have in common; null where they differ, or there is none. */
  readonly how: WalkSighting['failed']
}

/** What `--repeat` saw of each address of an endpoint; nothing where nothing was repeated. */
export function roundsAt(evidence: Evidence, at: Endpoint): readonly Rounds[] {
  const walks = trialsOf(evidence, repetition, 'path.walk', at).filter((look) => look.status === 'seen')
  const addresses = [...new Set(walks.map(({ saw }) => saw.address))]
  return addresses.map((address) =>
    roundsOf(
      at,
      address,
      walks.filter(({ saw }) => saw.address === address).toSorted((a, b) => roundOf(a) - roundOf(b)),
    ),
  )
}

/** The addresses of an endpoint that let some walks through and not others. */
export function unsteadyAt(evidence: Evidence, at: Endpoint): readonly Rounds[] {
  return roundsAt(evidence, at).filter(({ passed, failed }) => passed.length > 0 && failed.length > 0)
}

// Twice may be chance; what comes round three times has a period.
const leastFailures = 3

function roundsOf(endpoint: Endpoint, address: string, walks: readonly WalkLook[]): Rounds {
  const results = walks.map(({ saw }) => saw.failed === null)
  const failed = walks.filter(({ saw }) => saw.failed !== null)
  const ends = new Set(failed.map(({ saw }) => `${saw.failed?.step} ${endKind(saw.failed?.how)}`))
  return {
    endpoint,
    address,
    walks,
    passed: walks.filter(({ saw }) => saw.failed === null),
    failed,
    turns: results.filter((result, index) => index > 0 && result !== results[index - 1]).length,
    every: failed.length < leastFailures ? null : periodOf(results),
    how: ends.size === 1 ? (failed[0]?.saw.failed ?? null) : null,
  }
}

/** A peer that closes with unread bytes resets: which of the two a client sees is a matter of microseconds. */
function endKind(how: string | undefined): string | undefined {
  return how === 'reset' ? 'closed' : how
}

function roundOf({ ask }: WalkLook): number {
  return ask.trial?.round ?? 0
}

/**
 * Whether something was met, then another of its kind, then the first again: both are there at the same time. A change
 * from one to another for good is a restart, a renewal, a move.
 */
export function takesTurns(met: readonly string[]): boolean {
  return met.some((each, at) => at > 0 && met[at - 1] !== each && met.slice(0, at).includes(each))
}

/** The servers that answered, by which they tell themselves apart, round by round. */
export function serversMet({ passed }: Rounds): readonly string[] {
  return passed.flatMap(({ saw }) => saw.server ?? [])
}

/** `7 of 12 connections to 192.0.2.1 went through, the others ended with: tls alert 80`. */
export function citeRounds({ endpoint, address, walks, passed, failed }: Rounds): readonly Citation[] {
  const ends = [...new Set(failed.map(({ saw }) => endWords(saw)))].slice(0, 4).join(', ')
  const [good, bad] = [passed[0], failed[0]]
  const where = endpoint.startsWith(`${address}:`) ? endpoint : `${endpoint} (${address})`
  return [
    ...(bad === undefined
      ? []
      : [cite(bad, says`of ${walks.length} connections to ${where}, ${failed.length} failed (${ends})`)]),
    ...(good === undefined ? [] : [cite(good, says`${passed.length} of them went the whole way`)]),
  ]
}

function endWords({ failed }: WalkSighting): string {
  return failed === null ? '' : `${stepNames[failed.step]}: ${failed.how}`
}

const stepNames = { tcp: 'connecting', proxy: 'the proxy', tls: 'TLS', wire: 'the first message' } as const

/** An address that now and then says nothing at one step, and otherwise lets everybody through; in no strict turn. */
export function heldBackAt(evidence: Evidence, at: Endpoint, step: 'tls' | 'wire'): Rounds | undefined {
  return unsteadyAt(evidence, at).find(
    ({ how, turns, failed }) => how?.step === step && how.how === 'silent' && turns > 1 && failed.length > 1,
  )
}

/** Walks that were made at the same time: what became of them, and how many; null where none were. */
export interface Crowd {
  readonly walks: readonly WalkLook[]
  readonly failed: readonly WalkLook[]
}

/** What several connections at a time met at an endpoint whose every connection went through alone. */
export function crowdAt(evidence: Evidence, at: Endpoint): Crowd | null {
  const walks = trialsOf(evidence, burst, 'path.walk', at).filter((look) => look.status === 'seen')
  const alone = roundsAt(evidence, at)
  if (walks.length === 0 || alone.length === 0 || alone.some(({ failed }) => failed.length > 0)) return null
  return { walks, failed: walks.filter(({ saw }) => saw.failed !== null) }
}
