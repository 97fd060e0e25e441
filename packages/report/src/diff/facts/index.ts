import type { Endpoint, Report } from '@mongowhy/core'

import type { Fact } from '../fact.ts'
import { localFacts } from './local.ts'
import { nameFacts, networkFacts } from './network.ts'
import { serverFacts, sessionFacts } from './server.ts'

/** Everything that a report says in a form that can be compared, in the order in which a connection meets it. */
export function factsOfReport(report: Report, endpoints: readonly Endpoint[]): readonly Fact[] {
  const { evidence } = report
  return [
    ...localFacts(report),
    ...nameFacts(report),
    ...endpoints.flatMap((at) => networkFacts(evidence, at)),
    ...endpoints.flatMap((at) => serverFacts(evidence, at)),
    ...sessionFacts(report),
  ]
}
