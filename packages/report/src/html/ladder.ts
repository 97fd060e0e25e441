import { visible } from '@mongowhy/core'

import type { Ladder, Rung } from '../pictures/ladder.ts'
import { arrowHead, drawing, fitting, line, text, wide } from './svg.ts'

const width = 760
const client = 70
const server = width - 20
const step = 26
const head = 40

/** The conversation: two lifelines, every record with its time, direction and size. */
export function ladderSvg(ladder: Ladder): string {
  const { endpoint, address, rungs, ending, leftOut } = ladder
  const rows = rungs.length + (ending === null ? 0 : 1)
  const bottom = head + rows * step - (ending === null ? 8 : 10)
  const peer = endpoint.includes(address) ? endpoint : `${endpoint} (${address})`
  const content = [
    text(client, 16, 'this machine', 'strong'),
    text(server, 16, fitting(visible(peer), server - client - 110), 'strong', 'end'),
    text(client - 22, 16, 'ms', 'soft small', 'end'),
    line(client, 26, client, bottom, 'life'),
    line(server, 26, server, bottom, 'life'),
    ...rungs.map((rung, index) => rungSvg(rung, head + index * step, sameTime(rungs, index))),
    ...(ending === null ? [] : [noteSvg(ending, head + rungs.length * step)]),
    ...(leftOut === 0 ? [] : [text(client + 12, bottom + 14, `and ${leftOut} more records`, 'soft')]),
  ]
  const title = `What went between this machine and ${peer}`
  return drawing(
    'ladder',
    width,
    bottom + (leftOut === 0 ? 6 : 22),
    title,
    alternative(ladder),
    content.join(''),
  )
}

/** A flight of records arrives at once: its time stands beside the first. */
function sameTime(rungs: readonly Rung[], index: number): boolean {
  const before = rungs[index - 1]
  const own = rungs[index]
  return before !== undefined && own !== undefined && before.at.toFixed(1) === own.at.toFixed(1)
}

function rungSvg(rung: Rung, y: number, untimed: boolean): string {
  if (rung.direction === 'here') return noteSvg(rung, y, untimed)
  const bad = rung.tone === 'bad'
  const size = rung.bytes === null ? '' : `${rung.bytes} B`
  const room = server - client - 40 - wide(size)
  const [from, to] = rung.direction === 'sent' ? [client, server] : [server, client]
  const toRight = rung.direction === 'sent'
  return [
    untimed ? '' : text(client - 22, y + 4, rung.at.toFixed(1), 'soft small', 'end'),
    line(from, y + 6, to + (toRight ? -6 : 6), y + 6, bad ? 'line s-bad' : 'line'),
    arrowHead(to, y + 6, toRight ? 'right' : 'left', bad ? 't-bad' : 'soft'),
    text(client + 14, y + 1, fitting(visible(rung.says), room), bad ? 't-bad strong' : ''),
    size === '' ? '' : text(server - 14, y + 1, size, 'soft small', 'end'),
  ].join('')
}

/** What is no message: a judgement of this side, or how it ended. */
function noteSvg({ at, says, tone }: Pick<Rung, 'at' | 'says' | 'tone'>, y: number, untimed = false): string {
  const classes = tone === 'bad' ? 't-bad strong' : tone === 'good' ? 't-good strong' : ''
  const sign = tone === 'bad' ? '✗ ' : tone === 'good' ? '✓ ' : ''
  return (
    (untimed ? '' : text(client - 22, y + 4, at.toFixed(1), 'soft small', 'end')) +
    text(client + 14, y + 4, fitting(sign + visible(says), server - client - 28), classes)
  )
}

function alternative({ rungs, ending }: Ladder): string {
  const told = rungs.map(
    ({ at, direction, says, bytes }) =>
      `${at.toFixed(1)} ms${direction === 'here' ? '' : `, ${direction}`}: ${says}${bytes === null ? '' : `, ${bytes} bytes`}`,
  )
  return [...told, ...(ending === null ? [] : [`${ending.at.toFixed(1)} ms: ${ending.says}`])].join('. ')
}
