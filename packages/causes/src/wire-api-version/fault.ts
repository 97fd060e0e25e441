import { commandError } from '@mongowhy/fault-kit'
import type { Fields, MongoRequest } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'wire-api-version',
  summary: 'a server that requires a Stable API version (requireApiVersion), and a client that declares none',
  certainty: 'certain',
  start: () =>
    startServer({
      onHello: (_, request) => refusal(request),
      onCommand: (_, request) => refusal(request),
    }),
})

function refusal({ document }: MongoRequest): Fields | undefined {
  if (document['apiVersion'] !== undefined) return undefined
  return commandError(
    498_870,
    'Location498870',
    "The apiVersion parameter is required, please configure your MongoClient's API version",
  )
}
