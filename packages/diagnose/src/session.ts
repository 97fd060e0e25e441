import { looksOf } from '@mongowhy/core'
import type { Ask, AskOf, SkipReason, TargetChange, Trial } from '@mongowhy/core'
import { runSession, tryDriver } from '@mongowhy/probes'
import type { AddressBook, OnFit, ProbeContext } from '@mongowhy/probes'
import { effective, recordsRefused } from '@mongowhy/causes/kit'

import type { EvidenceNow } from './investigate.ts'
import { sessionTarget } from './session-target.ts'

type PermittedBy = Parameters<typeof runSession>[1]['permittedBy']

/**
 * The official driver's one attempt: begun as soon as a peer is fit for it, beside our own looks; cut short where they
 * have explained the fault. It is never begun twice, since a second failed login may lock the account.
 */
export class Session {
  readonly #ctx: ProbeContext
  readonly #now: EvidenceNow
  readonly #addresses: AddressBook
  readonly #stop = new AbortController()
  #run: Promise<void> | null = null
  #ended = false
  #selected = false
  #turnAway: () => void = () => {}
  readonly #turnedAway = new Promise<void>((resolve) => {
    this.#turnAway = resolve
  })

  constructor(ctx: ProbeContext, now: EvidenceNow, addresses: AddressBook) {
    this.#ctx = ctx
    this.#now = now
    this.#addresses = addresses
  }

  get started(): boolean {
    return this.#run !== null
  }

  /** Whether the driver has found a server to work with. */
  get selected(): boolean {
    return this.#selected
  }

  get pending(): boolean {
    return this.#run !== null && !this.#ended
  }

  /** Lets the driver at the peer where that is allowed: verified, or plain or relaxed by the user's own request. */
  readonly offer: OnFit = (fit) => {
    const options = effective(this.#now())
    if (options === undefined) return
    switch (fit) {
      case 'verified-connection':
        return this.start('verified-connection')
      case 'plain':
        return this.start('plain-by-request')
      case 'unverified':
        if (options.tlsAllowInvalidCertificates || options.tlsAllowInvalidHostnames) {
          this.start('relaxed-by-request')
        }
    }
  }

  /**
   * Begins the attempt unless it was begun before, a placeholder stands for the credentials, or it would refuse the seed
   * list. `selectionMs` bounds how long it may look for a server.
   */
  start(permittedBy: PermittedBy, selectionMs: number | null = null): void {
    if (this.#run !== null || this.#ctx.target.uri.credentials.placeholders.length > 0) return
    const evidence = this.#now()
    if (recordsRefused(evidence)) return
    this.#run = runSession(this.#ctx, {
      ...sessionTarget(this.#ctx, evidence, this.#addresses),
      permittedBy,
      selectionMs,
      signal: AbortSignal.any([this.#ctx.signal, this.#stop.signal]),
      onSelected: () => {
        this.#selected = true
      },
      onTurnedAway: () => this.#turnAway(),
    }).finally(() => {
      this.#ended = true
    })
  }

  /** One more attempt, with one change or with none, once the first has ended. Records `driver.try`. */
  async attempt(change: TargetChange | null, timeoutMs: number, trial?: Trial): Promise<void> {
    const { recorder, signal, target } = this.#ctx
    const ask: AskOf<'driver.try'> = {
      probe: 'driver.try',
      endpoint: null,
      vary: { change },
      ...(trial === undefined ? {} : { trial }),
    }
    await this.#run
    if (target.uri.credentials.placeholders.length > 0 || recordsRefused(this.#now())) {
      recorder.skip(ask, 'earlier-fault')
      return
    }
    const to = { ...sessionTarget(this.#ctx, this.#now(), this.#addresses), change, selectionMs: timeoutMs }
    await recorder.run(ask, signal, () => tryDriver(this.#ctx, to, { signal, timeoutMs }))
  }

  /** Waits for the attempt's end, at most `ms`, and no longer once every server has turned the driver away again and again. */
  async within(ms: number): Promise<void> {
    if (this.#run === null) return
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms)
    })
    await Promise.race([this.#run, this.#turnedAway, late])
    clearTimeout(timer)
  }

  async end(): Promise<void> {
    await this.#run
  }

  /** Ends the attempt: the verdict stands without it. */
  async cut(): Promise<void> {
    this.#stop.abort('cut-short')
    await this.#run
  }

  /** Says of everything that the driver would have shown why it was not looked at. */
  skip(reason: SkipReason): void {
    const asks: readonly Ask[] = [
      { probe: 'driver.connect', endpoint: null, vary: {} },
      { probe: 'auth.login', endpoint: null, vary: {} },
      { probe: 'authz.privileges', endpoint: null, vary: {} },
      { probe: 'ops.run', endpoint: null, vary: { operation: 'read' } },
    ]
    const evidence = this.#now()
    for (const ask of asks) {
      if (looksOf(evidence, ask.probe).length === 0 || ask.probe === 'ops.run') {
        this.#ctx.recorder.skip(ask, reason)
      }
    }
  }
}
