import { visible } from '@mongowhy/core'

import type { Member, Topology } from '../pictures/topology.ts'
import { drawing, fitting, line, text } from './svg.ts'

const width = 760
const boxHeight = 46
const gap = 12
const left = { x: 0, width: 180 }
const right = { x: 330, width: 430 }

const strokes: Readonly<Record<Member['state'], string>> = {
  reached: 's-good',
  failed: 's-bad',
  unknown: 's-plain',
}
const fills: Readonly<Record<Member['state'], string>> = {
  reached: 't-good',
  failed: 't-bad',
  unknown: 'soft',
}
const signs: Readonly<Record<Member['state'], string>> = { reached: '✓', failed: '✗', unknown: '–' }

/** This machine on the left, every server on the right, and how far the way between them goes. */
export function topologySvg(topology: Topology): string {
  const { client, proxy, members, leftOut } = topology
  const height = Math.max(1, members.length) * (boxHeight + gap) - gap
  const middle = height / 2
  const from = left.x + left.width
  const content = [
    ...members.map((_, index) => {
      const y = index * (boxHeight + gap) + boxHeight / 2
      const state = members[index]?.state ?? 'unknown'
      return path(from, middle, right.x, y, strokes[state])
    }),
    box(left.x, middle - boxHeight / 2, left.width, boxHeight),
    text(left.x + 14, middle - 3, 'this machine', 'strong'),
    text(
      left.x + 14,
      middle + 14,
      fitting(visible(proxy === null ? client : `by ${proxy}`), left.width - 24),
      'soft small',
    ),
    ...members.map((member, index) => memberSvg(member, index * (boxHeight + gap))),
    ...(leftOut === 0 ? [] : [text(right.x, height + 18, `and ${leftOut} more`, 'soft')]),
  ]
  const title = `The servers as they were met from here${topology.setName === null ? '' : `, replica set ${topology.setName}`}`
  return drawing(
    'topology',
    width,
    height + (leftOut === 0 ? 2 : 26),
    title,
    alternative(topology),
    content.join(''),
  )
}

function memberSvg({ endpoint, role, state, endsAt, says }: Member, y: number): string {
  // What went well before stands elsewhere; there is room for what did not.
  const what = endsAt === null ? (role ?? 'not reached') : `${endsAt}: ${says.split('; ').at(-1) ?? says}`
  return [
    box(right.x, y, right.width, boxHeight),
    text(right.x + 14, y + 20, signs[state], `${fills[state]} strong`),
    text(right.x + 32, y + 20, fitting(visible(endpoint), right.width - 44), 'strong'),
    text(
      right.x + 32,
      y + 36,
      fitting(visible(what), right.width - 20),
      `small ${state === 'failed' ? 't-bad' : 'soft'}`,
    ),
  ].join('')
}

function box(x: number, y: number, wide: number, high: number): string {
  return `<rect x="${x + 0.5}" y="${y + 0.5}" width="${wide - 1}" height="${high - 1}" rx="5" class="box"/>`
}

/** Out, up or down, and in. */
function path(x1: number, y1: number, x2: number, y2: number, classes: string): string {
  const turn = x1 + (x2 - x1) * 0.45
  if (y1 === y2) return line(x1, y1, x2, y2, `line ${classes}`)
  return `<path d="M${x1} ${y1}H${turn}V${y2}H${x2}" class="line ${classes}"/>`
}

function alternative({ members, leftOut }: Topology): string {
  const told = members.map(
    ({ endpoint, role, endsAt, says }) =>
      `${endpoint}: ${endsAt === null ? (role ?? 'not reached') : `the way ends at ${endsAt}, ${says}`}`,
  )
  return [...told, ...(leftOut === 0 ? [] : [`and ${leftOut} more`])].join('. ')
}
