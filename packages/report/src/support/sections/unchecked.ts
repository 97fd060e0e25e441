import { says } from '@mongowhy/core'
import type { Phrase, Report } from '@mongowhy/core'

import { reasonText } from '../../looks/result.ts'
import { whatText } from '../../looks/what.ts'
import { paragraph, points } from '../blocks.ts'
import type { Section } from '../blocks.ts'
import { subjectOf } from '../support-case.ts'
import type { SupportCase } from '../support-case.ts'
import { phraseText } from '@mongowhy/core'

const mostNamed = 6

/** What nobody looked at: not checked is not the same as no. */
export function uncheckedSection(given: SupportCase): Section {
  const report = subjectOf(given)
  const items = [
    ...interruption(report),
    ...skipped(report),
    ...broken(report),
    ...writing(report),
    ...undecided(report),
  ]
  return {
    id: 'unchecked',
    title: 'What was not checked',
    blocks:
      items.length === 0 ? [paragraph(says`Nothing that bears on the verdict was left out.`)] : points(items),
  }
}

function interruption({ interrupted }: Report): readonly Phrase[] {
  return interrupted
    ? [says`The diagnosis was interrupted: everything here is what was known until then.`]
    : []
}

function skipped({ evidence }: Report): readonly Phrase[] {
  const byReason = new Map<string, Set<string>>()
  for (const look of evidence.looks) {
    if (look.status !== 'skipped') continue
    const reason = reasonText(look.reason)
    byReason.set(reason, (byReason.get(reason) ?? new Set()).add(phraseText(whatText(look))))
  }
  return [...byReason].map(([reason, what]) => says`${some([...what])}: ${reason}.`)
}

function broken({ evidence }: Report): readonly Phrase[] {
  return evidence.looks.flatMap((look) =>
    look.status === 'broken' ? [says`${look.id}: our own look failed (${look.error}).`] : [],
  )
}

function writing({ evidence }: Report): readonly Phrase[] {
  return evidence.options.writeCheck === null
    ? [says`Writing: nothing is written unless \`--write-check DB.COLLECTION\` names a place.`]
    : []
}

function undecided({ verdict }: Report): readonly Phrase[] {
  const open = verdict.undecided
  return open.length === 0 || verdict.primary === null
    ? []
    : [says`Causes that no look decides: ${some(open.map(({ code }) => code))}.`]
}

function some(items: readonly string[]): string {
  const left = items.length - mostNamed
  return left > 0 ? `${items.slice(0, mostNamed).join(', ')} and ${left} more` : items.join(', ')
}
