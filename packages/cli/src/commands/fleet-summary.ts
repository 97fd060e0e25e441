import { phraseText } from '@mongowhy/core'
import type { Report, Verdict } from '@mongowhy/core'

interface Group {
  readonly title: string
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
  #drawnAt = 0

  constructor(stream: NodeJS.WriteStream, total: number, quiet: boolean) {
    this.#stream = stream
    this.#total = total
    this.#quiet = quiet
  }

  add({ verdict, target }: Report): void {
    this.#outcomes.set(verdict.outcome, this.#of(verdict.outcome) + 1)
    const code = verdict.primary?.code ?? verdict.outcome
    const group = this.#groups.get(code) ?? {
      title: verdict.primary === null ? '' : phraseText(verdict.primary.title),
      examples: [],
      count: 0,
    }
    group.count += 1
    if (group.examples.length < mostExamples) group.examples.push(target.source.replace(/^targets:/, ''))
    this.#groups.set(code, group)
    this.#draw()
  }

  /** The gravest of all outcomes. */
  worst(): Verdict['outcome'] {
    if (this.#of('explained') > 0) return 'explained'
    return this.#of('unexplained') > 0 ? 'unexplained' : 'healthy'
  }

  end(): void {
    if (this.#quiet) return
    if (this.#stream.isTTY) this.#stream.write('\r\u001b[K')
    const seconds = ((performance.now() - this.#began) / 1_000).toFixed(1)
    const rows = [...this.#groups]
      .sort(([, a], [, b]) => b.count - a.count)
      .map(
        ([code, { count, examples }]) =>
          `  ${String(count).padStart(6)}  ${code.padEnd(32)}  ${examples.join(', ')}${count > examples.length ? ', …' : ''}`,
      )
    this.#stream.write(`${this.#done()} of ${this.#total} targets in ${seconds} s\n${rows.join('\n')}\n`)
  }

  #draw(): void {
    const now = performance.now()
    if (this.#quiet || !this.#stream.isTTY || now - this.#drawnAt < everyMs) return
    this.#drawnAt = now
    const parts = (['healthy', 'explained', 'unexplained'] as const).map(
      (each) => `${this.#of(each)} ${each}`,
    )
    this.#stream.write(`\r\u001b[K${this.#done()} of ${this.#total}: ${parts.join(', ')}`)
  }

  #done(): number {
    return [...this.#outcomes.values()].reduce((sum, count) => sum + count, 0)
  }

  #of(outcome: Verdict['outcome']): number {
    return this.#outcomes.get(outcome) ?? 0
  }
}
