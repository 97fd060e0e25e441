import { formatDuration, repeatsIn, says } from '@mongowhy/core'
import type { Evidence, Phrase, RepeatedDriver, RepeatedPlace, Repeats } from '@mongowhy/core'

import { clusterPhrase } from '../../repeats/cluster-phrase.ts'
import { paragraph, points } from '../blocks.ts'
import type { Block, Tone } from '../blocks.ts'

/** What `--repeat` found: how often each step went well, for each member and address, and what failures have in common. */
export function repeatBlocks(evidence: Evidence): readonly Block[] {
  const repeats = repeatsIn(evidence)
  if (repeats === null) return []
  const { places, driver, clusters } = repeats
  return [
    { is: 'heading', text: heading(repeats) },
    {
      is: 'table',
      columns: ['where', 'went well', 'steps', 'failures'],
      rows: [...places.map(placeRow), ...(driver === null ? [] : [driverRow(driver)])],
    },
    ...(clusters.length === 0 ? [] : [paragraph(says`What the failures have in common:`)]),
    ...points(clusters.map(clusterPhrase)),
  ]
}

function heading({ asked, rounds }: Repeats): Phrase {
  return rounds < asked
    ? says`Repeated ${rounds} times of ${asked}; the time was up`
    : says`Repeated ${rounds} times, all places in turn`
}

interface Row {
  readonly tone: Tone
  readonly cells: readonly Phrase[]
}

function placeRow({ endpoint, address, tries, passed, steps, failures, servers }: RepeatedPlace): Row {
  const where = endpoint.startsWith(`${address}:`) ? says`${endpoint}` : says`${endpoint} (${address})`
  const each = steps.map(
    ({ step, tries: reached, passed: well, medianMs, longestMs }) =>
      `${step} ${well} of ${reached}${medianMs === null ? '' : ` (median ${formatDuration(medianMs)}, longest ${formatDuration(longestMs ?? medianMs)})`}`,
  )
  const many = servers > 1 ? [`${servers} servers answered`] : []
  return {
    tone: toneOf(passed, tries),
    cells: [
      where,
      says`${passed} of ${tries}`,
      says`${[...each, ...many].join('; ')}`,
      says`${failures.map(({ step, how, count }) => `${count} × ${step}: ${how}`).join('; ')}`,
    ],
  }
}

function driverRow({ tries, passed, medianMs, failures }: RepeatedDriver): Row {
  return {
    tone: toneOf(passed, tries),
    cells: [
      says`the official driver, login and a read included`,
      says`${passed} of ${tries}`,
      says`${medianMs === null ? '' : `connected in ${formatDuration(medianMs)} (median)`}`,
      says`${failures.map(({ phase, message, count }) => `${count} × ${phase}: ${message}`).join('; ')}`,
    ],
  }
}

function toneOf(passed: number, tries: number): Tone {
  return passed === tries ? 'good' : passed === 0 ? 'bad' : 'warning'
}
