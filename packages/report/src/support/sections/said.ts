import { says } from '@mongowhy/core'

import type { Judgement } from '../../said/checked.ts'
import type { Weighed } from '../../said/weigh.ts'
import { paragraph } from '../blocks.ts'
import type { Block, Section, Tone } from '../blocks.ts'

const tones: Readonly<Record<Judgement, Tone>> = {
  supported: 'good',
  contradicted: 'bad',
  'cannot be checked': 'plain',
}

/** What was claimed, each statement with what the evidence makes of it. */
export function saidSection({ statements, contradictions }: Weighed): Section | null {
  if (statements.length === 0 && contradictions.length === 0) return null
  const count = (judgement: Judgement): number =>
    statements.filter((each) => each.judgement === judgement).length
  return {
    id: 'said',
    title: 'What was said, and what the evidence makes of it',
    blocks: [
      paragraph(
        says`Of ${statements.length} statements ${count('supported')} are supported, ${count('contradicted')} are contradicted, and of ${count('cannot be checked')} the evidence does not speak.`,
      ),
      ...(contradictions.length === 0
        ? []
        : [
            {
              is: 'notice',
              tone: 'warning',
              title: says`Statements that contradict each other`,
              text: contradictions,
            } as const,
          ]),
      ...(statements.length === 0 ? [] : [table({ statements })]),
    ],
  }
}

function table({ statements }: Pick<Weighed, 'statements'>): Block {
  return {
    is: 'table',
    columns: ['said', 'evidence', 'because', 'look'],
    rows: statements.map(({ statement, judgement, reason, looks }) => ({
      tone: tones[judgement],
      cells: [
        says`${statement.text} (${statement.place})`,
        says`${judgement}`,
        reason,
        says`${looks.join(', ')}`,
      ],
    })),
  }
}
