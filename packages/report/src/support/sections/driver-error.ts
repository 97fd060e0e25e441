import { firstSeen, looksOf, says, together } from '@mongowhy/core'
import type { Phrase, Report, ServerError } from '@mongowhy/core'

import type { Weighed } from '../../said/weigh.ts'
import { reasonText } from '../../looks/result.ts'
import { paragraph } from '../blocks.ts'
import type { Block, Section } from '../blocks.ts'
import { subjectOf } from '../support-case.ts'
import type { SupportCase } from '../support-case.ts'

// One of each driver that people use most; the page of the cause has them all.
const mostTexts = 6

/** The error as the application sees it: the official driver's own words, or why it was not let in. */
export function driverErrorSection(given: SupportCase, { error: told }: Weighed): Section | null {
  const report = subjectOf(given)
  const blocks: readonly Block[] = [
    ...(told === null
      ? []
      : [paragraph(says`As it was reported:`), { is: 'quotation', text: told } as const]),
    ...own(report),
    ...texts(given, report),
  ]
  return blocks.length === 0 ? null : { id: 'error', title: 'The error as the application sees it', blocks }
}

function own({ evidence }: Report): readonly Block[] {
  const look = looksOf(evidence, 'driver.connect')[0]
  const login = firstSeen(evidence, 'auth.login')?.saw.outcome
  if (login?.is === 'rejected')
    return [paragraph(says`The official driver, at the login:`), ...error(login.error)]
  if (look === undefined) return []
  if (look.status === 'skipped')
    return [paragraph(says`The official driver was not run with this target: ${reasonText(look.reason)}.`)]
  if (look.status === 'broken') return [paragraph(says`The official driver could not be run: ${look.error}.`)]
  const { outcome, servers, version } = look.saw
  switch (outcome.is) {
    case 'connected':
      return []
    case 'cut-short':
      return [
        paragraph(
          says`The official driver's attempt was cut short, since the fault was known before it had given up.`,
        ),
      ]
    case 'failed': {
      const failing = servers.flatMap(({ address, error: of }) =>
        of === null ? [] : [says`${address}: ${of.message}`],
      )
      return [
        paragraph(says`The official driver ${version}, with the same options:`),
        ...error(outcome.error),
        ...(failing.length === 0 ? [] : [{ is: 'points', items: failing } as const]),
      ]
    }
  }
}

function error(of: ServerError): readonly Block[] {
  const codes: readonly Phrase[] = [
    ...(of.code === null ? [] : [says`code ${of.code}`]),
    ...(of.codeName === null ? [] : [says`${of.codeName}`]),
    ...(of.systemCode === null ? [] : [says`${of.systemCode}`]),
    ...(of.labels.length === 0 ? [] : [says`labels ${of.labels.join(', ')}`]),
  ]
  const line = codes.reduce((all, each, index) => (index === 0 ? each : together(all, says`·`, each)), says``)
  return [
    { is: 'quotation', text: `${of.name}: ${of.message}` },
    ...(codes.length === 0 ? [] : [paragraph(line)]),
  ]
}

// Most readers use one of these.
const common: readonly string[] = ['node', 'mongoose', 'pymongo', 'mongosh', 'go', 'java', 'csharp']

function rankOf(driver: string): number {
  const rank = common.indexOf(driver)
  return rank === -1 ? common.length : rank
}

function texts({ textsOf }: SupportCase, { verdict }: Report): readonly Block[] {
  if (verdict.primary === null) return []
  // The first of each is the usual one.
  const byDriver = new Map(
    textsOf(verdict.primary.code)
      .toReversed()
      .map((text) => [text.driver, text]),
  )
  const rows = [...byDriver.values()]
    .toReversed()
    .toSorted((one, other) => rankOf(one.driver) - rankOf(other.driver))
    .slice(0, mostTexts)
    .map(({ driver, text }) => ({
      tone: 'plain' as const,
      // A stack trace's lines in one, as logs have it.
      cells: [says`${driver}`, says`${text.replace(/\s*\n\s*/g, ' ')}`],
    }))
  if (rows.length === 0) return []
  return [
    {
      is: 'more',
      title: 'How drivers print this cause (recorded elsewhere, with other names)',
      blocks: [{ is: 'table', columns: ['driver', 'text'], rows }],
    },
  ]
}
