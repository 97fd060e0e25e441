import { phraseText, repetition, says } from '@mongowhy/core'
import type { Evidence, Look } from '@mongowhy/core'

import { resultText } from '../../looks/result.ts'
import { whatText } from '../../looks/what.ts'
import type { Block } from '../blocks.ts'

/** Experiments: what was varied, how often control and variation were tried in turn, and what each came to. */
export function experimentBlocks(evidence: Evidence): readonly Block[] {
  const arms = new Map<string, Look[]>()
  for (const look of evidence.looks) {
    const { trial } = look.ask
    // Repetitions are told by themselves.
    if (trial === undefined || trial.experiment === repetition) continue
    const key = [trial.experiment, trial.arm, trial.variant ?? '', look.ask.probe].join('\n')
    arms.set(key, [...(arms.get(key) ?? []), look])
  }
  if (arms.size === 0) return []
  return [
    { is: 'heading', text: says`Experiments: one thing changed, in turn with its control` },
    { is: 'table', columns: ['experiment', 'what', 'tries', 'results'], rows: alike(arms).map(row) },
  ]
}

interface Arms {
  readonly experiment: string
  readonly what: readonly string[]
  readonly looks: readonly Look[]
}

/** Arms of one experiment that came to the same are one row: that they did is what the experiment says. */
function alike(arms: ReadonlyMap<string, readonly Look[]>): readonly Arms[] {
  const rows = new Map<string, Arms>()
  for (const [key, looks] of arms) {
    const [experiment = '', arm = '', variant = ''] = key.split('\n')
    const same = `${experiment} ${[...new Set(looks.map(resultOf))].toSorted().join()}`
    const known = rows.get(same)
    // An arm without a name is told by what was looked at in it.
    const [first] = looks
    const what =
      variant !== ''
        ? variant
        : arm === 'control' || first === undefined
          ? arm
          : phraseText(whatText(first), (value) => value)
    rows.set(same, {
      experiment,
      what: [...(known?.what ?? []), what],
      looks: [...(known?.looks ?? []), ...looks],
    })
  }
  return [...rows.values()]
}

function row({ experiment, what, looks }: Arms): Extract<Block, { readonly is: 'table' }>['rows'][number] {
  const servers = new Set(looks.flatMap(({ ask }) => ask.endpoint ?? [])).size
  return {
    tone: 'plain',
    cells: [
      says`${worded(experiment)}`,
      says`${what.join('; ')}`,
      says`${looks.length}${servers > 1 ? ` at ${servers} servers` : ''}`,
      says`${counted(looks)}`,
    ],
  }
}

/** `server-name` → `server name`. */
function worded(name: string): string {
  return name.replaceAll('-', ' ')
}

function resultOf(look: Look): string {
  return phraseText(resultText(look), (value) => value)
}

function counted(looks: readonly Look[]): string {
  const counts = new Map<string, number>()
  for (const look of looks) {
    const text = resultOf(look)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts]
    .map(([text, count]) => (counts.size === 1 && count === 1 ? text : `${count} × ${text}`))
    .join('; ')
}
