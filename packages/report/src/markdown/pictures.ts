import { visible } from '@mongowhy/core'

import type { Ladder } from '../pictures/ladder.ts'
import type { Timings } from '../pictures/timings.ts'
import type { Topology } from '../pictures/topology.ts'
import { fenced, width } from './lines.ts'

const marks = { ok: '✓', reached: '✓', failed: '✗', unknown: '–', skipped: '–' } as const

// Columns for the milliseconds.
const time = 9

/** The conversation as two lines and the messages between them. */
export function ladderLines({ endpoint, address, rungs, ending, leftOut }: Ladder): readonly string[] {
  const room = width - time - 3
  const peer = visible(endpoint.includes(address) ? endpoint : `${endpoint} (${address})`)
  const head = `${'ms'.padStart(time - 1)}  this machine${cut(peer, room - 16).padStart(room - 14)}`
  const rows = rungs.map(({ at, direction, says, bytes, tone }) => {
    if (direction === 'here') return note(at, tone, says, room)
    const label = cut(
      `${tone === 'bad' ? '✗ ' : ''}${visible(says)}${bytes === null ? '' : `, ${bytes} B`}`,
      room - 10,
    )
    const dash = '-'.repeat(Math.max(1, room - label.length - 7))
    const arrow = direction === 'sent' ? `|-- ${label} ${dash}>|` : `|<${dash} ${label} --|`
    return `${at.toFixed(1).padStart(time - 1)}  ${arrow}`
  })
  return fenced([
    head,
    ...rows,
    ...(ending === null ? [] : [note(ending.at, ending.tone, ending.says, room)]),
    ...(leftOut === 0 ? [] : [`${' '.repeat(time + 1)}and ${leftOut} more records`]),
  ])
}

function note(at: number, tone: 'plain' | 'good' | 'bad', says: string, room: number): string {
  const sign = { plain: '=', good: '✓', bad: '✗' }[tone]
  return `${at.toFixed(1).padStart(time - 1)}  ${sign} ${cut(visible(says), room - 4)}`
}

/** The servers as a tree. */
export function topologyLines({ client, proxy, setName, members, leftOut }: Topology): readonly string[] {
  const set = setName === null ? '' : `, replica set ${visible(setName)}`
  return fenced([
    `this machine (${visible(client)})${proxy === null ? '' : ` through ${visible(proxy)}`}${set}`,
    ...members.flatMap(({ endpoint, role, state, endsAt, says }, index) => {
      const branch = index === members.length - 1 && leftOut === 0 ? '└─' : '├─'
      const end =
        endsAt === null ? (role ?? 'not reached') : `ends at ${endsAt}: ${says.split('; ').at(-1) ?? says}`
      const line = `${branch} ${marks[state]} ${visible(endpoint)}  `
      const text = `${line}${visible(end)}`
      return text.length <= width
        ? [text]
        : [line.trimEnd(), `${branch === '└─' ? ' ' : '│'}      ${cut(visible(end), width - 8)}`]
    }),
    ...(leftOut === 0 ? [] : [`└─ and ${leftOut} more`]),
  ])
}

/** The time as bars. */
export function timingLines({ totalMs, lanes, leftOut }: Timings): readonly string[] {
  const named = Math.min(34, Math.max(...lanes.map(({ name }) => visible(name).length), 0))
  const room = width - named - 10
  const rows = lanes.map(({ name, bars }) => {
    const cells = Array.from({ length: room }, () => ' ')
    for (const { from, to, state } of bars) {
      const first = Math.min(room - 1, Math.floor((from / totalMs) * room))
      const last = Math.min(room - 1, Math.max(first, Math.ceil((to / totalMs) * room) - 1))
      cells.fill(state === 'failed' ? '▒' : '█', first, last + 1)
    }
    const end = Math.max(0, ...bars.map(({ to }) => to))
    return `${cut(visible(name), named).padEnd(named)} ${cells.join('')} ${end.toFixed(0).padStart(5)} ms`
  })
  return fenced([...rows.map((row) => row.trimEnd()), ...(leftOut === 0 ? [] : [`and ${leftOut} more`])])
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, Math.max(0, most - 1))}…`
}
