import { randomInt } from 'node:crypto'

import type { Bound } from '../bound.ts'
import { bounded, remaining } from '../bounded.ts'
import { openTcp } from '../tcp/open.ts'
import { receive } from '../tcp/receive.ts'
import { DnsFormatError, answersQuestion, decodeAnswer, encodeQuery } from './message.ts'
import { outcomeOf } from './outcome.ts'
import type { DnsOutcome } from './outcome.ts'
import type { Question } from './raw.ts'

/** One question by TCP (RFC 7766), on a connection of its own. */
export async function queryTcp(
  question: Question,
  to: { readonly address: string; readonly port: number },
  bound: Bound,
): Promise<DnsOutcome> {
  const since = performance.now()
  const { saw, socket } = await openTcp({ host: to.address, ...to }, bound)
  if (socket === null) return notOpen(saw.outcome)
  const id = randomInt(0x10000)
  const query = encodeQuery(id, question.name, question.type, {
    edns: question.edns !== false,
    checkingDisabled: question.checkingDisabled === true,
  })
  const length = Buffer.alloc(2)
  length.writeUInt16BE(query.length)
  socket.write(Buffer.concat([length, query]))
  const exchange = async (): Promise<DnsOutcome> => {
    const size = await receive(socket, 2)
    const message = size === null ? null : await receive(socket, size.readUInt16BE())
    return message === null ? { outcome: 'failed', code: 'ECONNRESET' } : readReply(message, id, question)
  }
  return bounded<DnsOutcome>(
    remaining(bound, since),
    (done, fail) => {
      exchange().then(done, fail)
      return () => socket.destroy()
    },
    () => ({ outcome: 'timeout' }),
  )
}

function readReply(message: Buffer, id: number, question: Question): DnsOutcome {
  try {
    const answer = decodeAnswer(message, question.type)
    if (answer.truncated) return { outcome: 'malformed', detail: 'a reply by TCP is marked as truncated' }
    return answersQuestion(answer, id, question.name, question.type)
      ? outcomeOf(answer)
      : { outcome: 'malformed', detail: 'the reply is to another question' }
  } catch (error) {
    if (!(error instanceof DnsFormatError)) throw error
    return { outcome: 'malformed', detail: error.message }
  }
}

function notOpen(outcome: Awaited<ReturnType<typeof openTcp>>['saw']['outcome']): DnsOutcome {
  switch (outcome.is) {
    case 'refused':
      return { outcome: 'unreachable', errno: 'ECONNREFUSED' }
    case 'silent':
      return { outcome: 'timeout' }
    case 'unreachable':
    case 'failed':
      return { outcome: 'unreachable', errno: outcome.errno }
    case 'reset':
    case 'open':
    case 'socket-missing':
    case 'socket-denied':
      return { outcome: 'failed', code: 'ECONNRESET' }
  }
}
