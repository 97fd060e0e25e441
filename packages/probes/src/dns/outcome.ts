import type { DnsSighting } from '@mongowhy/core'

import type { DnsAnswer } from './message.ts'

type WithoutSource<T> = T extends unknown ? Omit<T, 'name' | 'type' | 'server' | 'transport'> : never

/** What became of one question, apart from what was asked and of whom. */
export type DnsOutcome = WithoutSource<DnsSighting>

/** What a reply's code and records amount to. NOERROR without a record of the asked type is NODATA. */
export function outcomeOf(answer: DnsAnswer): DnsOutcome {
  switch (answer.rcode) {
    case 0:
      return answer.total === 0
        ? { outcome: 'nodata' }
        : { outcome: 'answer', records: answer.records, total: answer.total }
    case 2:
      return { outcome: 'servfail' }
    case 3:
      return { outcome: 'nxdomain' }
    case 5:
      return { outcome: 'refused' }
    default:
      return { outcome: 'rcode', rcode: answer.rcode }
  }
}
