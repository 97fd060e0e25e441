import type { DriverReading, UriFault, UriSighting } from '@mongowhy/core'

import { rules, type Rule } from './driver-rules.ts'

type ByRule = 'specification' | 'pymongo' | 'go' | 'java'
const drivers: readonly ByRule[] = ['specification', 'pymongo', 'go', 'java']
const gravity = { accepts: 0, warns: 1, refuses: 2 } as const

/** What the specification and the drivers that are not run here make of the faults, by their published rules. */
export function readingsByRule(uri: UriSighting): readonly DriverReading[] {
  return drivers.map((by) =>
    worst(
      by,
      uri.faults.map((fault) => rulingOf(by, fault)),
    ),
  )
}

/** A string is refused for its worst fault; of several the first one speaks. */
function worst(by: ByRule, rulings: readonly Rule[]): DriverReading {
  const [first] = [...rulings].sort((a, b) => gravity[b[0]] - gravity[a[0]])
  const [outcome, message] = first ?? (['accepts', null] as const)
  return { by, outcome, message }
}

function rulingOf(by: ByRule, fault: UriFault): Rule {
  if (fault.kind === 'option-unknown') {
    if (fault.knownTo?.includes(by) === true || (by === 'specification' && fault.knownTo !== undefined)) {
      return ['accepts', null]
    }
  }
  return rules[fault.kind][by]
}
