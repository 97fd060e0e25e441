import type { EffectiveOptions, Endpoint, Finding, HelloFacts, UriSighting } from '@mongowhy/core'
import { seenBy } from '@mongowhy/core'
import type { Approach, OnFit, ProbeContext } from '@mongowhy/probes'
import { missingCollection } from '@mongowhy/probes'
import { effective, recordsRefused, seedList, targetDatabase } from '@mongowhy/causes/kit'

import { presentOf } from '../infer.ts'
import type { EvidenceNow } from '../investigate.ts'
import type { Manner } from '../network.ts'
import type { Session } from '../session.ts'

/** Options under which the driver does nothing that our own looks do not: of any other it must say itself what it makes. */
const plainOptions: ReadonlySet<string> = new Set([
  'tls',
  'ssl',
  'tlscafile',
  'replicaset',
  'directconnection',
  'retrywrites',
  'retryreads',
  'w',
  'journal',
])

/**
 * In a look at many targets, a read over the connection that is open anyway takes the place of the driver's attempt and its
 * two further connections: where nobody logs in, no option of the string would make the driver do otherwise, every
 * address answered, and no rule found anything. In every other case the driver has its attempt as always.
 */
export class OwnRead implements Manner {
  readonly #ctx: ProbeContext
  readonly #now: EvidenceNow
  readonly #session: Session
  readonly #fits: Parameters<OnFit>[0][] = []
  #done: { readonly endpoint: Endpoint; readonly tookMs: number } | null = null

  constructor(ctx: ProbeContext, now: EvidenceNow, session: Session) {
    this.#ctx = ctx
    this.#now = now
    this.#session = session
  }

  /** Whether it is worth trying at all: many targets are looked at, and nothing is wanted that the driver alone can do. */
  static suits({ target, options, shared }: ProbeContext): boolean {
    const { driverOptions, writeCheck, repeat, certKeyFile, proxy } = options
    return (
      shared !== undefined &&
      Object.keys(driverOptions).length === 0 &&
      writeCheck === null &&
      repeat === 1 &&
      certKeyFile === null &&
      proxy === null &&
      isPlain(target.uri)
    )
  }

  readonly onFit: OnFit = (fit) => {
    this.#fits.push(fit)
  }

  readonly readFrom = (endpoint: Endpoint, hello: HelloFacts): string | null => {
    const evidence = this.#now()
    const options = effective(evidence)
    const wanted = options !== undefined && this.#done === null && !recordsRefused(evidence)
    return wanted && serves(options, endpoint, hello, seedList(evidence)) ? targetDatabase(evidence) : null
  }

  readonly onMet = (endpoint: Endpoint, { readMs }: Approach): void => {
    if (readMs !== null) this.#done ??= { endpoint, tookMs: readMs }
  }

  /** Whether the read stands for the driver's. Then it is recorded; otherwise the driver is let at what it may be let at. */
  settle(inferNow: () => readonly Finding[]): boolean {
    const evidence = this.#now()
    const everywhere = seenBy(evidence, 'tcp.connect').length === seenBy(evidence, 'wire.build').length
    const done = this.#done
    if (done !== null && everywhere) {
      const withdraw = this.#ctx.recorder.provisionally(() => this.#record(done, targetDatabase(evidence)))
      if (presentOf(inferNow()).every(({ bearing }) => bearing === 'advisory')) return true
      withdraw()
    }
    for (const fit of this.#fits) this.#session.offer(fit)
    return false
  }

  #record({ endpoint, tookMs }: { endpoint: Endpoint; tookMs: number }, database: string): void {
    const { recorder } = this.#ctx
    recorder.skip({ probe: 'driver.connect', endpoint: null, vary: {} }, 'not-needed')
    recorder.begin({ probe: 'auth.login', endpoint: null, vary: {} }).seen({
      mechanism: null,
      authSource: null,
      permittedBy: 'no-credentials',
      outcome: { is: 'no-credentials' },
    })
    recorder.skip({ probe: 'authz.privileges', endpoint: null, vary: {} }, 'not-needed')
    recorder
      .begin({ probe: 'ops.run', endpoint, vary: { operation: 'read' } })
      .seen(
        { operation: 'read', namespace: `${database}.${missingCollection}`, outcome: { is: 'done' } },
        tookMs,
      )
  }
}

function isPlain({ faults, credentials, options }: UriSighting): boolean {
  return (
    faults.length === 0 &&
    credentials.username === 'absent' &&
    credentials.password === 'absent' &&
    options.every(({ name }) => plainOptions.has(name.toLowerCase()))
  )
}

/** Whether the driver would read from this server: it is the only seed, or the primary under the name that we used. */
function serves(
  { replicaSet }: EffectiveOptions,
  endpoint: Endpoint,
  { role, setName, hosts, primary }: HelloFacts,
  seeds: readonly Endpoint[],
): boolean {
  switch (role) {
    case 'standalone':
      return replicaSet === null && seeds.length === 1
    case 'mongos':
      return replicaSet === null
    case 'primary':
      return (
        (replicaSet === null || replicaSet === setName) && hosts.includes(endpoint) && primary === endpoint
      )
    case 'load-balanced':
    case 'secondary':
    case 'arbiter':
    case 'recovering':
    case 'ghost':
      return false
  }
}
