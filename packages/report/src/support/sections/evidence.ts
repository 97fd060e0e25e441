import { formatDuration, phraseText, says } from '@mongowhy/core'
import type { CertificateFacts, Look, Phrase, Report, StageLine } from '@mongowhy/core'

import { lookState } from '../../looks/state.ts'
import { resultText } from '../../looks/result.ts'
import { whatText } from '../../looks/what.ts'
import { ladderOf } from '../../pictures/ladder.ts'
import { timingsOf } from '../../pictures/timings.ts'
import { topologyOf } from '../../pictures/topology.ts'
import type { Block, Section, Tone } from '../blocks.ts'
import { subjectOf } from '../support-case.ts'
import type { SupportCase } from '../support-case.ts'
import { experimentBlocks } from './experiments.ts'
import { matrixBlocks } from './matrix.ts'
import { repeatBlocks } from './repeats.ts'

/** What was seen, drawn: the conversation, the servers, the time; and the certificates. */
export function evidenceSection(given: SupportCase): Section {
  const report = subjectOf(given)
  const ladder = ladderOf(report)
  const topology = topologyOf(report, ({ summary }) => phraseText(summary))
  return {
    id: 'evidence',
    title: 'Evidence',
    blocks: [
      ...(ladder === null ? [] : [{ is: 'ladder', ladder } as const]),
      ...experimentBlocks(report.evidence),
      ...repeatBlocks(report.evidence),
      ...matrixBlocks(report.evidence),
      ...(topology === null ? [] : [{ is: 'topology', topology } as const]),
      { is: 'timings', timings: timingsOf(report) },
      stages(report),
      ...certificates(report),
    ],
  }
}

const lookTones = { ok: 'good', failed: 'bad', skipped: 'plain' } as const

const tones: Readonly<Record<Report['stages'][number]['status'], Tone>> = {
  ok: 'good',
  failed: 'bad',
  degraded: 'warning',
  skipped: 'plain',
}

function stages(report: Report): Block {
  return {
    is: 'table',
    columns: ['stage', 'server', 'result', 'took'],
    rows: alike(report.stages).map(({ line: { stage, status, summary, tookMs }, places }) => ({
      tone: tones[status],
      cells: [
        says`${stage}`,
        says`${places.length > 1 ? `${places.length} servers` : (places[0] ?? '')}`,
        summary,
        status === 'skipped' ? says`` : says`${formatDuration(tookMs)}`,
      ],
    })),
  }
}

/** What was skipped for the same reason at many servers is one row; everything else has its own. */
function alike(
  lines: readonly StageLine[],
): readonly { readonly line: StageLine; readonly places: readonly string[] }[] {
  const rows: { line: StageLine; places: string[] }[] = []
  for (const line of lines) {
    const same = rows.find(
      ({ line: other }) =>
        line.status === 'skipped' &&
        other.status === 'skipped' &&
        other.stage === line.stage &&
        phraseText(other.summary) === phraseText(line.summary),
    )
    const places = line.endpoint === null ? [] : [line.endpoint]
    if (same === undefined) rows.push({ line, places })
    else same.places.push(...places)
  }
  return rows
}

/** Each certificate once, however many members sent it. */
function certificates({ evidence }: Report): readonly Block[] {
  const chain = evidence.looks.flatMap((look) =>
    look.ask.probe === 'tls.handshake' && look.status === 'seen' && 'chain' in look.saw ? look.saw.chain : [],
  )
  const distinct = [
    ...new Map(chain.map((each) => [`${each.fingerprint256} ${each.subject}`, each])).values(),
  ]
  if (distinct.length === 0) return []
  return [
    {
      is: 'more',
      title:
        distinct.length === 1
          ? 'The certificate that was presented'
          : `The ${distinct.length} certificates that were presented`,
      blocks: distinct.map((each): Block => ({ is: 'facts', rows: certificateFacts(each) })),
    },
  ]
}

function certificateFacts(
  of: CertificateFacts,
): readonly { readonly name: string; readonly value: Phrase }[] {
  return [
    { name: 'Subject', value: says`${of.subject}` },
    { name: 'Issuer', value: says`${of.issuer}` },
    { name: 'Names', value: says`${of.altNames.length === 0 ? 'none' : of.altNames.join(', ')}` },
    { name: 'Valid', value: says`${of.notBefore} to ${of.notAfter}` },
    { name: 'Key', value: says`${of.key}, signed with ${of.signature}` },
    { name: 'SHA-256', value: says`${of.fingerprint256}` },
  ]
}

/** Every look as a row; `from` is the time of day at which the diagnosis began. */
export function lookTable(looks: readonly Look[]): Block {
  return {
    is: 'table',
    columns: ['after', 'where', 'what', 'result', 'look'],
    rows: looks.map((look) => ({
      tone: lookTones[lookState(look)],
      cells: [
        says`${formatDuration(look.startedAt)}`,
        says`${look.ask.endpoint ?? ''}`,
        whatText(look),
        resultText(look),
        says`${look.id}`,
      ],
    })),
  }
}
