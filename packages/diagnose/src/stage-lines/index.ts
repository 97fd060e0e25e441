import { endpointsOf, stageOrder } from '@mongowhy/core'
import type { Endpoint, Evidence, StageLine } from '@mongowhy/core'
import { seedList } from '@mongowhy/causes/kit'

import { localLines } from './local.ts'
import { nameLines } from './names.ts'
import { networkLines } from './network.ts'
import { sessionLines, topologyLine, wireLine } from './server.ts'

/** One line for each stage, per endpoint where it has one, in the order in which a driver meets them. Pure. */
export function stageLines(evidence: Evidence): readonly StageLine[] {
  const endpoints: readonly Endpoint[] = [...new Set([...seedList(evidence), ...endpointsOf(evidence)])]
  const lines = [
    ...localLines(evidence),
    ...nameLines(evidence, endpoints),
    ...endpoints.flatMap((at) => [...networkLines(evidence, at), ...wireLine(evidence, at)]),
    ...topologyLine(evidence),
    ...sessionLines(evidence),
  ]
  return lines.toSorted((a, b) => stageOrder(a.stage) - stageOrder(b.stage))
}
