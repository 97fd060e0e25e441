import { formatDuration, repeatsIn, visible } from '@mongowhy/core'
import type { Evidence, RepeatedDriver, RepeatedPlace, Repeats } from '@mongowhy/core'

import { clusterPhrase } from '../repeats/cluster-phrase.ts'
import { text } from './page.ts'
import type { Page } from './page.ts'
import { hanging } from './wrap.ts'

/** What a repetition found: how often each step went well, at each place, and what failures have in common. */
export function repeatLines(evidence: Evidence, page: Page): readonly string[] {
  const repeats = repeatsIn(evidence)
  if (repeats === null) return []
  return [
    '',
    `  ${page.paint.bold(heading(repeats))}`,
    ...repeats.places.flatMap((place) => placeLines(place, page)),
    ...(repeats.driver === null ? [] : driverLines(repeats.driver, page)),
    ...repeats.clusters.flatMap((cluster) => hanging('  → ', text(clusterPhrase(cluster)), page)),
  ]
}

function heading({ asked, rounds }: Repeats): string {
  return rounds < asked ? `Repeated ${rounds} times of ${asked}; the time was up` : `Repeated ${rounds} times`
}

function placeLines(
  { endpoint, address, tries, passed, steps, failures, servers }: RepeatedPlace,
  page: Page,
): readonly string[] {
  const where = endpoint.startsWith(`${address}:`)
    ? visible(endpoint)
    : `${visible(endpoint)} (${visible(address)})`
  const sign = passed === tries ? page.paint.good('✓') : page.paint.bad(passed === 0 ? '✗' : '!')
  const each = steps
    .map(({ step, tries: reached, passed: well, medianMs }) => {
      const took = medianMs === null ? '' : `, ${formatDuration(medianMs)}`
      return `${step} ${well}/${reached}${took}`
    })
    .join(' · ')
  const how = failures.map(({ step, how: end, count }) => `${count} × ${step} ${visible(end)}`).join(', ')
  const many = servers > 1 ? ` · ${servers} servers answered` : ''
  return hanging(
    `  ${sign} `,
    `${where}: ${passed} of ${tries}${how === '' ? '' : ` (${how})`} · ${each}${many}`,
    page,
  )
}

function driverLines({ tries, passed, medianMs, failures }: RepeatedDriver, page: Page): readonly string[] {
  const sign = passed === tries ? page.paint.good('✓') : page.paint.bad('!')
  const how = failures
    .map(({ phase, message, count }) => `${count} × ${phase}: ${visible(message)}`)
    .join(', ')
  const took = medianMs === null ? '' : ` · connect ${formatDuration(medianMs)}`
  return hanging(
    `  ${sign} `,
    `the official driver: ${passed} of ${tries}${how === '' ? '' : ` (${how})`}${took}`,
    page,
  )
}
