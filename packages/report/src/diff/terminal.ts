import { visible } from '@mongowhy/core'

import { pageOf, text } from '../terminal/page.ts'
import type { Page, TerminalStyle } from '../terminal/page.ts'
import { hanging } from '../terminal/wrap.ts'
import type { Difference } from './compare.ts'
import type { Diff } from './diff.ts'
import { groupsOf } from './groups.ts'

// What a screen holds; the document has them all.
const mostRows = 14

/** Two reports side by side, in one screen. Ends with a line break. */
export function renderDiffTerminal(diff: Diff, style: TerminalStyle): string {
  const page = pageOf(style)
  const groups = groupsOf(diff)
  const sign = diff.first === null ? page.paint.good('=') : page.paint.bad('≠')
  const lines = style.quiet
    ? groups.matters.map(({ stage, name, a, b }) => `${stage}: ${visible(name)}: ${shown(a)} | ${shown(b)}`)
    : [
        '',
        ...hanging('= ', text(diff.headline), page, page.paint.bold).map((line) =>
          line.replace(/^= /, `${sign} `),
        ),
        ...(diff.apart === null ? [] : hanging('  ', text(diff.apart), page)),
        ...causes(diff, page),
        ...(groups.matters.length === 0 ? [] : ['', ...table(diff, groups.matters, page)]),
        ...rest(diff, page),
        '',
      ]
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

function causes({ causes: found, a, b }: Diff, page: Page): readonly string[] {
  return found.flatMap(({ side, cause, says }) => [
    '',
    ...hanging('  ', `${side === 'a' ? visible(a.name) : visible(b.name)}: ${text(cause.title)}`, page),
    `  ${page.paint.bold(cause.certainty)} · ${cause.code}`,
    ...hanging('  ', text(says), page),
  ])
}

function table({ a, b }: Diff, rows: readonly Difference[], page: Page): readonly string[] {
  const once = page.verbose ? rows : collapsed(rows)
  const listed = page.verbose ? rows : once.slice(0, mostRows)
  const label = Math.min(
    page.width < 100 ? 34 : 44,
    Math.max(...listed.map((row) => labelOf(row).length), 10),
  )
  const value = Math.floor((page.width - label - 8) / 2)
  const row = (one: string, whole: string, left: string, right: string): readonly string[] =>
    left.length <= value && right.length <= value
      ? [`  ${one.padEnd(label)}  ${left.padEnd(value)}  ${right}`]
      : [
          `  ${whole}`,
          ...hanging(`    ${page.paint.dim('a')} `, left, page),
          ...hanging(`    ${page.paint.dim('b')} `, right, page),
        ]
  return [
    page.paint.dim(
      `  ${'differs'.padEnd(label)}  ${cut(`a: ${visible(a.name)}`, value).padEnd(value)}  ${cut(`b: ${visible(b.name)}`, value)}`,
    ),
    ...listed.flatMap((each, index) => {
      const [left, right] = apart(shown(each.a), shown(each.b), value)
      const lines = row(cut(labelOf(each), label), labelOf(each), left, right)
      return index === 0 ? lines.map((line) => page.paint.bold(line)) : lines
    }),
    ...(once.length > listed.length
      ? [page.paint.dim(`  and ${once.length - listed.length} more (--verbose)`)]
      : []),
  ]
}

/** What differs alike at several servers is said once; a server's name is left out where there is no other. */
function collapsed(rows: readonly Difference[]): readonly Difference[] {
  const servers = new Set(rows.flatMap(({ endpoint }) => endpoint ?? []))
  const groups = new Map<string, Difference[]>()
  for (const row of rows) {
    const key = JSON.stringify([row.stage, row.name, row.a, row.b])
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return []
    if (more.length > 0) return [{ ...first, endpoint: `${more.length + 1} servers` }]
    return [servers.size === 1 ? { ...first, endpoint: null } : first]
  })
}

/** Of two long lists what only one of them has. */
function apart(a: string, b: string, room: number): readonly [string, string] {
  if (a.length <= room && b.length <= room) return [a, b]
  const [left, right] = [a.split(', '), b.split(', ')]
  if (!left.some((each) => right.includes(each))) return [a, b]
  const more = (own: readonly string[], other: readonly string[]): string => {
    const only = own.filter((each) => !other.includes(each))
    return only.length === 0 ? 'no more' : `also ${only.join(', ')}`
  }
  return [more(left, right), more(right, left)]
}

function labelOf({ stage, name, endpoint }: Difference): string {
  return `${stage}  ${visible(name)}${endpoint === null ? '' : ` · ${visible(endpoint)}`}`
}

function rest(diff: Diff, page: Page): readonly string[] {
  const { context, unreached, noise } = groupsOf(diff)
  const side = (which: 'a' | 'b'): string => visible(which === 'a' ? diff.a.name : diff.b.name)
  const also = page.verbose
    ? context.map(({ name, a, b }) => `${visible(name)}: ${shown(a)} | ${shown(b)}`)
    : [[...new Set(context.map(({ name }) => visible(name)))].join(', ')]
  return [
    ...(context.length === 0
      ? []
      : [
          '',
          ...also.flatMap((line, index) =>
            hanging(
              index === 0 ? '  Also, no cause by itself  ' : '                            ',
              line,
              page,
            ),
          ),
        ]),
    ...unreached.flatMap(({ side: which, stages }) =>
      hanging('  Not compared              ', `${stages.join(', ')}: not looked at in ${side(which)}`, page),
    ),
    ...(noise.length === 0 ? [] : hanging('  Says nothing              ', noise.join(', '), page)),
  ]
}

function shown(value: string | null): string {
  return value === null ? '–' : visible(value)
}

function cut(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`
}
