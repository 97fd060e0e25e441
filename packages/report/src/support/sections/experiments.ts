import { phraseText, says } from '@mongowhy/core'
import type { Evidence, Look } from '@mongowhy/core'

import { resultText } from '../../looks/result.ts'
import { whatText } from '../../looks/what.ts'
import type { Block } from '../blocks.ts'

/** Experiments: what was varied, how often control and variation were tried in turn, and what each came to. */
export function experimentBlocks(evidence: Evidence): readonly Block[] {
  const arms = new Map<string, Look[]>()
  for (const look of evidence.looks) {
    const { trial } = look.ask
    if (trial === undefined) continue
    const key = [
      trial.experiment,
      trial.arm,
      trial.variant ?? '',
      look.ask.endpoint ?? '',
      look.ask.probe,
    ].join('\n')
    arms.set(key, [...(arms.get(key) ?? []), look])
  }
  if (arms.size === 0) return []
  return [
    { is: 'heading', text: says`Experiments: one thing changed, in turn with its control` },
    {
      is: 'table',
      columns: ['experiment', 'arm', 'what', 'tries', 'results'],
      rows: [...arms].map(([key, looks]) => {
        const [experiment = '', arm = '', variant = '', endpoint = ''] = key.split('\n')
        const first = looks[0]
        return {
          tone: 'plain',
          cells: [
            says`${experiment}${endpoint === '' ? '' : `, ${endpoint}`}`,
            says`${variant === '' ? arm : `${arm} ${variant}`}`,
            first === undefined ? says`` : whatText(first),
            says`${looks.length}`,
            says`${counted(looks)}`,
          ],
        }
      }),
    },
  ]
}

function counted(looks: readonly Look[]): string {
  const counts = new Map<string, number>()
  for (const look of looks) {
    const text = phraseText(resultText(look), (value) => value)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts]
    .map(([text, count]) => (counts.size === 1 && count === 1 ? text : `${count} × ${text}`))
    .join('; ')
}
