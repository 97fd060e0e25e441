import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'

import { hostKind } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { bounded } from '../bounded.ts'
import { codeOf } from '../tcp/open.ts'
import { DnsFormatError, answersQuestion, decodeAnswer, encodeQuery } from './message.ts'
import { outcomeOf } from './outcome.ts'
import type { DnsOutcome } from './outcome.ts'
import type { Question } from './raw.ts'

/** A packet is repeated once: one lost packet is no fault, two in a row at this distance hardly chance. Milliseconds. */
const resendAfterMs = 1_000
/** Replies to another question than ours that are read before we give up. */
const strangersTolerated = 32
const formatError = 1

/**
 * One question by UDP, from a random port, with a random id. The socket is connected, so that an ICMP refusal is told
 * (`unreachable` with its errno) and nobody else's packets are read.
 */
export function queryUdp(
  question: Question,
  to: { readonly address: string; readonly port: number },
  bound: Bound,
): Promise<DnsOutcome> {
  const id = randomInt(0x10000)
  const checkingDisabled = question.checkingDisabled === true
  let strangers = 0
  return bounded<DnsOutcome>(
    bound,
    (done) => {
      const socket = createSocket(hostKind(to.address) === 'ipv6' ? 'udp6' : 'udp4')
      let closed = false
      let edns = question.edns !== false
      const send = (): void => {
        if (!closed) socket.send(encodeQuery(id, question.name, question.type, { edns, checkingDisabled }))
      }
      const resend = setTimeout(send, Math.min(resendAfterMs, bound.timeoutMs / 2))
      socket.on('error', (error) => done({ outcome: 'unreachable', errno: codeOf(error) }))
      socket.on('message', (message) => {
        const read = readReply(message, id, question)
        if (read === null) {
          strangers += 1
          if (strangers >= strangersTolerated) done(otherAnswers(strangers))
          return
        }
        // Servers older than EDNS answer it so; the question without it is still the same question.
        if (edns && read.outcome === 'rcode' && read.rcode === formatError) {
          edns = false
          send()
          return
        }
        done(read)
      })
      socket.connect(to.port, to.address, (...failure: readonly unknown[]) => {
        const [error] = failure
        if (error instanceof Error) done({ outcome: 'unreachable', errno: codeOf(error) })
        else send()
      })
      return () => {
        closed = true
        clearTimeout(resend)
        socket.close()
      }
    },
    () => (strangers > 0 ? otherAnswers(strangers) : { outcome: 'timeout' }),
  )
}

/** null: not the answer to our question. */
function readReply(message: Buffer, id: number, question: Question): DnsOutcome | null {
  try {
    const answer = decodeAnswer(message, question.type)
    if (!answersQuestion(answer, id, question.name, question.type)) return null
    return answer.truncated ? { outcome: 'truncated', tcp: 'failed' } : outcomeOf(answer)
  } catch (error) {
    if (!(error instanceof DnsFormatError)) throw error
    return error.id === id ? { outcome: 'malformed', detail: error.message } : null
  }
}

function otherAnswers(count: number): DnsOutcome {
  return { outcome: 'malformed', detail: `${count} replies, none of them to our question` }
}
