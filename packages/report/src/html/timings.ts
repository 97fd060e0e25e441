import { formatDuration, visible } from '@mongowhy/core'

import type { Bar, Timings } from '../pictures/timings.ts'
import { element } from './escape.ts'
import { drawing, fitting, line, text, wide } from './svg.ts'

const width = 760
const labels = 210
const right = width - 64
const rowHeight = 24
const head = 24

/** Where the time went: a row for each place, a bar for each look. */
export function timingsSvg(timings: Timings): string {
  const { lanes, leftOut, totalMs } = timings
  const scale = (ms: number): number => labels + (ms / totalMs) * (right - labels)
  const bottom = head + lanes.length * rowHeight
  const content = [
    ...ticks(totalMs).map(
      (at) =>
        line(scale(at), head - 6, scale(at), bottom, 'grid') +
        text(scale(at), 12, at === 0 ? '0' : formatDuration(at), 'soft small', 'middle'),
    ),
    ...lanes.map(({ name, bars }, index) => {
      const y = head + index * rowHeight
      const end = Math.max(0, ...bars.map(({ to }) => to))
      return (
        text(0, y + 15, fitting(visible(name), labels - 12)) +
        bars.map((bar) => barSvg(bar, y, scale)).join('') +
        text(width, y + 15, formatDuration(end), 'soft small', 'end')
      )
    }),
    ...(leftOut === 0 ? [] : [text(0, bottom + 16, `and ${leftOut} more`, 'soft')]),
  ]
  return drawing(
    'timings',
    width,
    bottom + (leftOut === 0 ? 4 : 24),
    'Where the time went',
    alternative(timings),
    content.join(''),
  )
}

function barSvg({ from, to, state, stage, what }: Bar, y: number, scale: (ms: number) => number): string {
  const x = scale(from)
  const long = Math.max(2, scale(to) - x)
  const shape = element(
    'rect',
    {
      x: x.toFixed(1),
      y: y + 4,
      width: long.toFixed(1),
      height: rowHeight - 9,
      rx: 2,
      class: state === 'failed' ? 't-bad' : 'bar',
    },
    element(
      'title',
      {},
      `${visible(what)}, ${formatDuration(from)} to ${formatDuration(to)}`.replace(/[<&]/g, ''),
    ),
  )
  return long < wide(stage) + 10 ? shape : shape + text(x + 5, y + 15, named(stage), 'on-bar small')
}

/** The driver's attempt is no stage of ours. */
function named(stage: Bar['stage']): string {
  return stage === 'client' ? 'driver' : stage
}

/** Round numbers, five of them at most. */
function ticks(totalMs: number): readonly number[] {
  const rough = totalMs / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power
  return Array.from({ length: Math.floor(totalMs / step) + 1 }, (_, index) => index * step)
}

function alternative({ lanes }: Timings): string {
  return lanes
    .map(
      ({ name, bars }) =>
        `${name}: ${bars.map(({ stage, from, to }) => `${stage} ${formatDuration(from)} to ${formatDuration(to)}`).join(', ')}`,
    )
    .join('. ')
}
