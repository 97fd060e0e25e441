import { phraseText } from '@mongowhy/core'

import type { Summary, WayStep } from '../support/sections/summary.ts'
import type { Tone } from '../support/blocks.ts'
import { supportReport } from '../support/support-report.ts'
import type { SupportReport } from '../support/support-report.ts'
import type { SupportCase } from '../support/support-case.ts'
import { blockHtml } from './blocks.ts'
import { breakable, element, escaped, inlineHtml } from './escape.ts'
import { policy } from './policy.ts'
import { style } from './style.ts'

/**
 * The report as one HTML page that needs nothing else: no script, no picture, no font from anywhere, and a policy that
 * forbids them. Light and dark, and fit for paper. Everything that others sent is escaped. Ends with a line break.
 */
export function renderHtml(given: SupportCase): string {
  const report = supportReport(given)
  const title = phraseText(report.summary.title)
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }, '').replace('</meta>', ''),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="robots" content="noindex">',
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...head(report),
    ...summary(report.summary),
    ...report.sections.map(({ id, title: name, blocks }) =>
      element(
        'section',
        { id, 'aria-labelledby': `${id}-head` },
        `<h2 id="${id}-head">${escaped(name)}</h2>\n${blocks.map(blockHtml).join('\n')}`,
      ),
    ),
    `<footer>Made by mongowhy ${escaped(report.head.version)} from what it saw at ${escaped(report.head.takenAt)}. No secret of the connection string is in it.</footer>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function head({ head: of }: SupportReport): readonly string[] {
  const parts = [
    'MongoDB connection report',
    of.cluster === null ? null : `cluster ${of.cluster}`,
    of.contact === null ? null : `contact ${of.contact}`,
    of.takenAt,
  ]
  const anonymized = of.anonymized ? ['names and addresses are replaced'] : []
  return [
    `<p class="kicker">${[...parts, ...anonymized].flatMap((part) => (part === null ? [] : [`<span>${escaped(part)}</span>`])).join('')}</p>`,
  ]
}

function summary(of: Summary): readonly string[] {
  return [
    `<h1>${inlineHtml(of.title)}</h1>`,
    `<p class="badges">${badges(of)}</p>`,
    of.way.length === 0 ? '' : `<ol class="way">${of.way.map(wayHtml).join('')}</ol>`,
    of.notice === null ? '' : blockHtml({ is: 'notice', ...of.notice }),
    of.explanation === null ? '' : `<p class="lead">${inlineHtml(of.explanation)}</p>`,
    blockHtml({ is: 'facts', rows: of.facts }),
  ]
}

const outcomes: Readonly<Record<Summary['outcome'], Tone>> = {
  healthy: 'good',
  explained: 'bad',
  unexplained: 'warning',
}

function badges({ outcome, cause }: Summary): string {
  const badge = `<span class="badge ${outcomes[outcome]}">${outcome === 'explained' ? 'cause found' : outcome}</span>`
  return cause === null
    ? badge
    : `${badge}<span>${cause.certainty}</span><span class="code">${breakable(cause.code)}</span>`
}

const ways: Readonly<
  Record<WayStep['status'], { readonly tone: Tone; readonly mark: string; readonly says: string }>
> = {
  ok: { tone: 'good', mark: '✓', says: 'in order' },
  failed: { tone: 'bad', mark: '✗', says: 'failed' },
  degraded: { tone: 'warning', mark: '!', says: 'doubtful' },
  skipped: { tone: 'plain', mark: '–', says: 'not checked' },
  absent: { tone: 'plain', mark: '–', says: 'not checked' },
}

function wayHtml({ stage, status }: WayStep): string {
  const { tone, mark, says } = ways[status]
  return `<li class="${tone}" title="${stage}: ${says}"><b aria-hidden="true">${mark}</b>${stage}</li>`
}
