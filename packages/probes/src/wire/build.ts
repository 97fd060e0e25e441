import type { Duplex } from 'node:stream'

import type { BuildSighting } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { exchange } from './exchange.ts'
import { errorOf, textOf, textsOf } from './fields.ts'
import { commandMessage, queryMessage, readReply } from './message.ts'
import { productOf } from './product.ts'

const requestId = 2
// MongoDB 3.6: the first that reads OP_MSG; the last that read commands as OP_QUERY was 5.0.
const firstWithMessages = 6

/**
 * Asks `buildInfo` without credentials, over a connection that has answered a hello; `maxWireVersion` is the hello's and
 * chooses the form that the server can read. `also` is sent behind it at once, and its answer left to the caller.
 * Rejects only when the bound's signal aborts, with its reason.
 */
export async function askBuild(
  socket: Duplex,
  bound: Bound,
  maxWireVersion: number = firstWithMessages,
  also: Buffer | null = null,
): Promise<BuildSighting> {
  const form = maxWireVersion < firstWithMessages ? queryMessage : commandMessage
  const question = form(requestId, { buildInfo: 1 })
  const got = await exchange(socket, also === null ? question : Buffer.concat([question, also]), bound)
  if (got.is !== 'frame') return { outcome: { is: 'no-reply' } }
  const reply = readReply(got.bytes, requestId)
  if (reply.is === 'malformed') return { outcome: { is: 'no-reply' } }
  const error = errorOf(reply.document)
  if (error !== null) return { outcome: error }
  return {
    outcome: {
      is: 'reply',
      version: textOf(reply.document, 'version') ?? '',
      modules: textsOf(reply.document, 'modules'),
      product: productOf(reply.document),
    },
  }
}
