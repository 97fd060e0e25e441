import type { Duplex } from 'node:stream'

import type { Bound } from '../bound.ts'
import { awaitReply } from './exchange.ts'
import { errorOf } from './fields.ts'
import { commandMessage, readReply } from './message.ts'

const requestId = 3

/** Reading a collection that does not exist is allowed, answers nothing and creates nothing. */
export const missingCollection = 'mongowhy_probe'

/** The question for at most one document of a collection that does not exist. */
export function readMessage(database: string): Buffer {
  const command = { find: missingCollection, filter: {}, limit: 1, singleBatch: true }
  return commandMessage(requestId, command, database)
}

/** Whether the question, once sent, was answered with documents or none. Rejects only with the signal's reason. */
export async function readAnswered(socket: Duplex, bound: Bound): Promise<boolean> {
  const got = await awaitReply(socket, requestId, bound)
  if (got.is !== 'frame') return false
  const reply = readReply(got.bytes, requestId)
  return reply.is === 'document' && errorOf(reply.document) === null && reply.document.has('cursor')
}
