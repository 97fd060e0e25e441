import type { Verdict } from '@mongowhy/core'
import { causes } from '@mongowhy/diagnose'

import type { Examined } from './examine.ts'

interface Group {
  readonly examples: string[]
  count: number
}

const mostExamples = 3
const everyMs = 200

/** Counts verdicts by cause; live on a terminal, and once at the end. */
export class FleetSummary {
  readonly #stream: NodeJS.WriteStream
  readonly #total: number
  readonly #quiet: boolean
  readonly #began: number = performance.now()
  readonly #groups = new Map<string, Group>()
  readonly #outcomes = new Map<Verdict['outcome'], number>()
  #interrupted = 0
  #drawnAt = 0

  constructor(stream: NodeJS.WriteStream, total: number, quiet: boolean) {
    this.#stream = stream
    this.#total = total
    this.#quiet = quiet
  }

  add(source: string, { outcome, code, interrupted }: Examined): void {
    // What was broken off came to no verdict.
    if (interrupted) this.#interrupted += 1
    else {
      this.#outcomes.set(outcome, this.#of(outcome) + 1)
      const group = this.#groups.get(code ?? outcome) ?? { examples: [], count: 0 }
      group.count += 1
      if (group.examples.length < mostExamples) group.examples.push(source.replace(/^targets:/, ''))
      this.#groups.set(code ?? outcome, group)
    }
    this.#draw()
  }

  /** The gravest of all outcomes. */
  worst(): Verdict['outcome'] {
    if (this.#of('explained') > 0) return 'explained'
    return this.#of('unexplained') > 0 ? 'unexplained' : 'healthy'
  }

  end(): void {
    if (this.#quiet) return
    if (this.#isLive()) this.#stream.write('\r\u001b[K')
    const seconds = ((performance.now() - this.#began) / 1_000).toFixed(1)
    const broken = this.#interrupted === 0 ? '' : `, ${this.#interrupted} broken off`
    const rows = [...this.#groups]
      .sort(([, a], [, b]) => b.count - a.count)
      .flatMap(([code, { count, examples }]) => [
        `  ${String(count).padStart(6)}  ${code.padEnd(32)}  ${titleOf(code)}`.trimEnd(),
        `          ${examples.join(', ')}${count > examples.length ? ', …' : ''}`,
      ])
    const head = `${this.#done()} of ${this.#total} targets in ${seconds} s${broken}`
    this.#stream.write(`${[head, ...rows].join('\n')}\n`)
  }

  #draw(): void {
    const now = performance.now()
    if (!this.#isLive() || now - this.#drawnAt < everyMs) return
    this.#drawnAt = now
    const parts = (['healthy', 'explained', 'unexplained'] as const).map(
      (each) => `${this.#of(each)} ${each}`,
    )
    const line = `${this.#done()} of ${this.#total}: ${parts.join(', ')}`
    this.#stream.write(`\r\u001b[K${line.slice(0, (this.#stream.columns ?? 80) - 1)}`)
  }

  #isLive(): boolean {
    return !this.#quiet && this.#stream.isTTY && process.env.TERM !== 'dumb'
  }

  #done(): number {
    return [...this.#outcomes.values()].reduce((sum, count) => sum + count, 0)
  }

  #of(outcome: Verdict['outcome']): number {
    return this.#outcomes.get(outcome) ?? 0
  }
}

function titleOf(code: string): string {
  return causes.find((cause) => cause.code === code)?.title ?? ''
}
