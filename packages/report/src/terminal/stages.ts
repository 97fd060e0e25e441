import { formatDuration, stageOrder, visible } from '@mongowhy/core'
import type { StageLine } from '@mongowhy/core'

import { text } from './page.ts'
import type { Page } from './page.ts'
import { hanging } from './wrap.ts'

const marks: Readonly<Record<StageLine['status'], string>> = {
  ok: '✓',
  failed: '✗',
  degraded: '!',
  skipped: '–',
}

// A hundred hosts make four hundred lines; those that are fine are counted instead.
const mostLines = 40
const widestEndpoint = 36
// In a narrower terminal what was seen stands below the stage.
const narrowestSummary = 20

/** The way to the server, stage by stage: mark, where, how long, what was seen. */
export function stageTable(stages: readonly StageLine[], page: Page): readonly string[] {
  const shown =
    page.verbose || stages.length <= mostLines ? stages : stages.filter(({ status }) => status !== 'ok')
  const listed = shown.slice(0, page.verbose ? shown.length : mostLines)
  const rows = listed.map((line) => ({
    line,
    endpoint: shortened(visible(line.endpoint ?? '')),
    took: line.status === 'skipped' ? '' : formatDuration(line.tookMs),
  }))
  const endpointWidth = Math.max(0, ...rows.map(({ endpoint }) => endpoint.length))
  const tookWidth = Math.max(0, ...rows.map(({ took }) => took.length))
  const table = rows.flatMap(({ line, endpoint, took }) => {
    const label = `  ${marks[line.status]} ${line.stage.padEnd(8)} ${endpoint.padEnd(endpointWidth)}  ${took.padStart(tookWidth)}  `
    const lines =
      page.width - label.length < narrowestSummary
        ? [
            `  ${marks[line.status]} ${line.stage} ${endpoint} ${took}`
              .replace(/ +$/, '')
              .replace(/(\S) {2,}/g, '$1 '),
            ...hanging('      ', text(line.summary), page),
          ]
        : hanging(label, text(line.summary), page)
    return lines.map((row, index) => (index === 0 ? painted(row, line.status, page) : row))
  })
  return [...table, ...leftOut(stages, listed)]
}

function painted(row: string, status: StageLine['status'], { paint }: Page): string {
  const sign = marks[status]
  switch (status) {
    case 'ok':
      return row.replace(sign, () => paint.good(sign))
    case 'failed':
      return row.replace(sign, () => paint.bad(sign))
    case 'degraded':
      return row.replace(sign, () => paint.warning(sign))
    case 'skipped':
      return paint.dim(row)
  }
}

function shortened(endpoint: string): string {
  if (endpoint.length <= widestEndpoint) return endpoint
  const port = /:\d+$/.exec(endpoint)?.[0] ?? ''
  return `${endpoint.slice(0, widestEndpoint - port.length - 1)}…${port}`
}

function leftOut(all: readonly StageLine[], shown: readonly StageLine[]): readonly string[] {
  if (shown.length === all.length) return []
  const counts = new Map<string, number>()
  for (const line of all) {
    if (shown.includes(line)) continue
    const key = `${line.stage} ${line.status}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const stage = (key: string): StageLine['stage'] => key.split(' ')[0] as StageLine['stage']
  return [...counts]
    .sort(([a], [b]) => stageOrder(stage(a)) - stageOrder(stage(b)))
    .map(([key, count]) => `    and ${count} × ${key} (--verbose)`)
}
