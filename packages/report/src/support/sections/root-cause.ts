import { says, together } from '@mongowhy/core'
import type { Certainty, Citation, NamedCause, Phrase } from '@mongowhy/core'

import { paragraph, points } from '../blocks.ts'
import type { Block, Section } from '../blocks.ts'
import { subjectOf } from '../support-case.ts'
import type { SupportCase } from '../support-case.ts'

const meanings: Readonly<Record<Certainty, string>> = {
  proven: 'a controlled change behaved as the cause predicts',
  certain: 'what was seen admits no other cause',
  likely: 'it is the usual cause of what was seen; its look-alikes are named',
  possible: 'it is one of several causes of what was seen',
}

/** The cause with its certainty, what it rests on, and what would make it surer. */
export function rootCauseSection(given: SupportCase): Section {
  const { verdict } = subjectOf(given)
  if (verdict.primary === null) {
    return {
      id: 'root-cause',
      title: 'Root cause',
      blocks: [
        paragraph(
          verdict.outcome === 'healthy'
            ? says`None: nothing keeps the target from being used.`
            : says`Not established. What was seen does not decide between the causes that remain.`,
        ),
        ...(verdict.disagreement === null ? [] : [paragraph(verdict.disagreement)]),
        ...open(verdict.undecided),
        ...verdict.advisories.flatMap((cause) => notice(cause, 'Worth knowing')),
      ],
    }
  }
  return {
    id: 'root-cause',
    title: 'Root cause',
    blocks: [
      ...causeBlocks(verdict.primary),
      ...consequences(verdict.consequences),
      ...(verdict.disagreement === null ? [] : [paragraph(verdict.disagreement)]),
      ...verdict.others.flatMap((cause) => notice(cause, 'Also wrong')),
      ...verdict.advisories.flatMap((cause) => notice(cause, 'Worth knowing')),
    ],
  }
}

function causeBlocks(cause: NamedCause): readonly Block[] {
  const confirm = cause.confirm
  return [
    paragraph(says`\`${cause.code}\` · ${cause.certainty}: ${meanings[cause.certainty]}.`),
    ...points(cause.because.map(cited)),
    ...(confirm === null
      ? []
      : [
          {
            is: 'notice',
            tone: 'plain',
            title: says`What would raise the certainty`,
            text: [confirm],
          } as const,
        ]),
  ]
}

/** What was seen, where, and by which look. */
export function cited({ look, endpoint, says: said }: Citation): Phrase {
  const where =
    endpoint === null || said.values.some((value) => String(value).includes(endpoint))
      ? said
      : together(says`${endpoint}:`, said)
  return together(where, says`(${look})`)
}

function consequences(found: readonly { readonly code: string; readonly of: string }[]): readonly Block[] {
  const codes = [...new Set(found.map(({ code }) => code))]
  return codes.length === 0 ? [] : [paragraph(says`Follows from it, and goes with it: ${codes.join(', ')}.`)]
}

function notice(cause: NamedCause, label: string): readonly Block[] {
  return [
    {
      is: 'notice',
      tone: 'warning',
      title: together(says`${label}:`, cause.title),
      text: [
        together(says`${cause.code} · ${cause.certainty}.`, cause.explanation),
        ...cause.steps.slice(0, 2),
      ],
    },
  ]
}

function open(
  undecided: readonly {
    readonly code: string
    readonly title: string
    readonly missing: readonly string[]
  }[],
): readonly Block[] {
  return points(
    undecided.map(
      ({ code, title, missing }) =>
        says`${code}: ${title}${missing.length === 0 ? '' : `; would be told by ${missing.slice(0, 2).join(', ')}`}`,
    ),
  )
}
