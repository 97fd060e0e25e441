import { formatDuration, visible } from '@mongowhy/core'
import type { Look } from '@mongowhy/core'

import type { Page } from './page.ts'

/** Every look in one line: which, of whom, when it began, how long it took. */
export function lookLines(looks: readonly Look[], page: Page): readonly string[] {
  const rows = looks.map((look) => ({
    id: look.id,
    at: visible(look.ask.endpoint ?? ''),
    from: `+${formatDuration(look.startedAt)}`,
    end: ending(look),
    vary: visible(JSON.stringify(look.ask.vary)),
  }))
  const widths = {
    id: Math.max(0, ...rows.map(({ id }) => id.length)),
    from: Math.max(0, ...rows.map(({ from }) => from.length)),
    end: Math.max(0, ...rows.map(({ end }) => end.length)),
  }
  return rows.map(({ id, at, from, end, vary }) =>
    page.paint.dim(
      `    ${id.padEnd(widths.id)}  ${from.padStart(widths.from)}  ${end.padEnd(widths.end)}  ${at} ${vary === '{}' ? '' : vary}`.trimEnd(),
    ),
  )
}

function ending(look: Look): string {
  switch (look.status) {
    case 'seen':
      return formatDuration(look.tookMs)
    case 'broken':
      return `our own look failed: ${visible(look.error)}`
    case 'skipped':
      return `not made (${look.reason})`
  }
}
