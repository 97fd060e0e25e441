import { formatDuration, stageOrder, visible } from '@mongowhy/core'
import type { Look, Stage } from '@mongowhy/core'
import { painter } from '@mongowhy/report'

import { lookState, stageOfProbe } from '@mongowhy/report'
import type { LookState } from '@mongowhy/report'

/** Shows what is being looked at while it lasts. */
export interface Progress {
  saw(look: Look): void
  /** Takes the live lines away; nothing is left of them. */
  end(): void
}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const everyMs = 80
const marks: Readonly<Record<LookState, string>> = { ok: '✓', failed: '✗', skipped: '–' }
const severity: Readonly<Record<LookState, number>> = { skipped: 0, ok: 1, failed: 2 }

interface Row {
  readonly stage: Stage
  readonly places: Set<string>
  state: LookState
  until: number
}

/** Live lines on a terminal, one for each stage; nothing anywhere else. */
export function startProgress(stream: NodeJS.WriteStream, quiet: boolean, colour: boolean): Progress {
  if (quiet || !stream.isTTY || process.env.TERM === 'dumb') return { saw() {}, end() {} }
  const paint = painter(colour)
  const rows = new Map<Stage, Row>()
  const began = performance.now()
  let drawn = 0
  let frame = 0
  const clear = (): void => {
    if (drawn > 0) stream.write(`\u001b[${drawn}A\u001b[0J`)
    drawn = 0
  }
  const draw = (): void => {
    const width = stream.columns ?? 80
    const sorted = [...rows.values()].sort((a, b) => stageOrder(a.stage) - stageOrder(b.stage))
    const lines = sorted.map((row) => {
      const color = row.state === 'ok' ? paint.good : row.state === 'failed' ? paint.bad : paint.dim
      const text = ` ${row.stage.padEnd(8)} ${formatDuration(row.until).padStart(7)}  ${[...row.places].join(', ')}`
      return color(marks[row.state]) + text.slice(0, Math.max(10, width - 4))
    })
    frame = (frame + 1) % frames.length
    const spinner = `${paint.accent(frames[frame] ?? '')} looking, ${formatDuration(performance.now() - began)}`
    clear()
    stream.write(`${[...lines, spinner].join('\n')}\n`)
    drawn = lines.length + 1
  }
  const timer = setInterval(draw, everyMs)
  timer.unref()
  return {
    saw(look) {
      const stage = stageOfProbe(look.ask.probe)
      const row = rows.get(stage) ?? { stage, places: new Set<string>(), state: 'skipped', until: 0 }
      const state = lookState(look)
      if (severity[state] > severity[row.state]) row.state = state
      if (look.status !== 'skipped') row.until = Math.max(row.until, look.startedAt + look.tookMs)
      if (look.ask.endpoint !== null) row.places.add(visible(look.ask.endpoint))
      rows.set(stage, row)
      draw()
    },
    end() {
      clearInterval(timer)
      clear()
    },
  }
}
