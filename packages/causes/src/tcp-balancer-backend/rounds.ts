import { cite, says } from '@mongowhy/core'
import type { Certainty, Citation, Endpoint, Evidence } from '@mongowhy/core'

import { citeRounds, serversMet, takesTurns, unsteadyAt } from '../kit/rounds.ts'
import type { Rounds, WalkLook } from '../kit/rounds.ts'

/** Several machines behind one address, of which one fails, as `--repeat` shows them. */
export interface Behind {
  readonly rounds: Rounds
  readonly certainty: Certainty
  /** How many servers answered that tell themselves apart. */
  readonly servers: number
  /** What fails shows one certificate, what goes through another. */
  readonly otherCertificate: boolean
  readonly because: readonly [Citation, ...Citation[]]
}

// A single failure among successes is a stumble, whatever stands there.
const leastFailures = 2

/** The address of an endpoint behind which, by the rounds, one of several machines fails; null where they do not tell. */
export function behindAt(evidence: Evidence, at: Endpoint): Behind | null {
  const found = unsteadyAt(evidence, at)
    .filter(({ failed, how }) => failed.length >= leastFailures && how?.step !== 'proxy')
    .flatMap((rounds) => judge(rounds) ?? [])
  return found.find(({ certainty }) => certainty === 'certain') ?? found[0] ?? null
}

function judge(rounds: Rounds): Behind | null {
  const { turns, every, how } = rounds
  const servers = serversMet(rounds)
  const several = takesTurns(servers)
  const certificates = certificatesApart(rounds)
  const because = [...citeRounds(rounds), ...certificates, ...citeServers(rounds, several)]
  const [first, ...rest] = because
  if (first === undefined) return null
  const certainty = certaintyOf()
  return certainty === null
    ? null
    : {
        rounds,
        certainty,
        servers: new Set(servers).size,
        otherCertificate: certificates.length > 0,
        because: [first, ...rest],
      }

  function certaintyOf(): Certainty | null {
    // One change for good is a restart or a renewal; only coming back shows that both are there at once.
    if (turns < 2) return null
    if (certificates.length > 0) return 'certain'
    if (several && every !== null && sameServerEachTime(rounds, every)) return 'certain'
    if (several || every !== null) return how === null ? 'possible' : 'likely'
    // One machine fails in one way; several ways by turns are several machines, or one that is in a bad state altogether.
    if (how === null && turns > 2) return 'possible'
    // A machine listens or it does not: a port that is open and closed by turns is the port of several.
    if (how?.step === 'tcp' && how.how === 'refused' && turns > 2) return 'likely'
    return how?.how === 'closed' || how?.how === 'reset' ? 'possible' : null
  }
}

/** Where the rounds fail by one certificate and go through by another. */
function certificatesApart({ passed, failed }: Rounds): readonly Citation[] {
  const shown = (looks: readonly WalkLook[]): readonly (string | null)[] => [
    ...new Set(looks.map(({ saw }) => saw.certificate)),
  ]
  const [good, bad] = [shown(passed), shown(failed)]
  const [look] = failed
  if (look === undefined || good.includes(null) || bad.includes(null)) return []
  if (bad.some((certificate) => good.includes(certificate))) return []
  return [
    cite(
      look,
      says`every connection that failed was shown the certificate ${bad.join(', ')}, every other one ${good.join(', ')}`,
    ),
  ]
}

function citeServers(rounds: Rounds, several: boolean): readonly Citation[] {
  const [look] = rounds.passed
  const names = [...new Set(serversMet(rounds))]
  return several && look !== undefined
    ? [cite(look, says`${names.length} servers answered there by turns: ${names.slice(0, 4).join(', ')}`)]
    : []
}

/** A balancer that deals connections out in turn leads each n-th to the same server. */
function sameServerEachTime({ walks }: Rounds, every: number): boolean {
  const met = new Map<number, string | null>()
  return walks.every(({ saw }, index) => {
    if (saw.failed !== null) return true
    const before = met.get(index % every)
    met.set(index % every, saw.server)
    return before === undefined || before === saw.server
  })
}
