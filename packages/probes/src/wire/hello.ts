import type { Duplex } from 'node:stream'

import type { HelloSighting, Secret, ServerApi } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { MalformedBson, readBson } from './bson-read.ts'
import { exchange } from './exchange.ts'
import { errorOf } from './fields.ts'
import { helloFacts } from './hello-facts.ts'
import { helloFault } from './hello-fault.ts'
import { commandMessage, queryMessage, readReply } from './message.ts'
import type { Writable } from './bson-write.ts'

export interface HelloAsk {
  readonly address: string
  readonly transport: 'plain' | 'tls'
  /** Without it: as the driver begins, `isMaster` with `helloOk`, or `hello` behind a load balancer. */
  readonly command?: 'hello' | 'isMaster'
  readonly loadBalanced: boolean
  /** What the driver would offer; a server names those that it has too. */
  readonly compressors?: readonly string[]
  readonly serverApi?: ServerApi | null
  /** `db.user`; only over a verified connection, since it names the user. */
  readonly mechanismsFor?: Secret | null
}

const requestId = 1

const client = {
  application: { name: 'mongowhy' },
  driver: { name: 'mongowhy', version: '1' },
  os: { type: process.platform },
  platform: `Node.js ${process.version}`,
}

/**
 * Sends a driver's first message, as the target's own options make it, without credentials and reads the one reply. The socket stays open.
 * Rejects only when the bound's signal aborts, with its reason.
 */
export async function askHello(socket: Duplex, what: HelloAsk, bound: Bound): Promise<HelloSighting> {
  const { serverApi = null, compressors = [] } = what
  const command = what.command ?? (what.loadBalanced || serverApi !== null ? 'hello' : 'isMaster')
  const user = what.mechanismsFor?.reveal() ?? null
  const document: { readonly [name: string]: Writable } = {
    [command === 'hello' ? 'hello' : 'ismaster']: 1,
    helloOk: true,
    client,
    ...(compressors.length === 0 ? {} : { compression: compressors }),
    ...(serverApi === null ? {} : declared(serverApi)),
    ...(what.loadBalanced ? { loadBalanced: true } : {}),
    ...(user === null ? {} : { saslSupportedMechs: user }),
  }
  const message =
    command === 'hello' ? commandMessage(requestId, document) : queryMessage(requestId, document)
  const got = await exchange(socket, message, bound)
  const base = { address: what.address, transport: what.transport, command }
  if (got.is !== 'frame') return { ...base, outcome: got, roundTripMs: null }
  return { ...base, outcome: outcomeOf(got.bytes, user), roundTripMs: got.roundTripMs }
}

function declared({ version, strict, deprecationErrors }: ServerApi): { readonly [name: string]: Writable } {
  return {
    apiVersion: version,
    ...(strict ? { apiStrict: true } : {}),
    ...(deprecationErrors ? { apiDeprecationErrors: true } : {}),
  }
}

function outcomeOf(frame: Buffer, user: string | null): HelloSighting['outcome'] {
  const reply = readReply(frame, requestId)
  if (reply.is === 'malformed') return reply
  const error = errorOf(reply.document)
  if (error === null) {
    const fault = helloFault(reply.document)
    if (fault !== null) return { is: 'malformed', problem: 'field', detail: fault }
    return { is: 'reply', hello: helloFacts(reply.document) }
  }
  // A server may quote the question, and the question names the user.
  const message = user === null ? error.message : error.message.replaceAll(user, '<user>')
  return { ...error, message }
}

/** What no driver can read in a hello reply, given as BSON; null when there is nothing. Never throws. */
export function helloFaultOf(reply: Uint8Array): string | null {
  try {
    return helloFault(readBson(Buffer.from(reply.buffer, reply.byteOffset, reply.byteLength)))
  } catch (error) {
    if (error instanceof MalformedBson) return error.message
    throw error
  }
}
