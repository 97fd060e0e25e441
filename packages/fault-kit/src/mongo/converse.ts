import type { Socket } from 'node:net'

import { reset } from '../tcp/reset.ts'
import { commandError, isFailure } from './errors.ts'
import { dispatch, isWrite } from './commands/dispatch.ts'
import { confirmation } from './commands/write-concern.ts'
import { speculative } from './commands/session-commands.ts'
import type { Fields } from './fields.ts'
import { numberOf, textOf } from './fields.ts'
import { helloReply } from './hello.ts'
import type { HookReply, MongoRequest } from './options.ts'
import { seenAtMost } from './server.ts'
import type { Server } from './server.ts'
import { Session } from './session.ts'
import { Frames } from './wire/frames.ts'
import { readIncoming, writeReply } from './wire/message.ts'
import type { Incoming } from './wire/message.ts'

const hellos = ['hello', 'ismaster', 'isMaster']

/** Speaks the wire protocol on one connection until it ends. Commands are answered in their order. */
export function converse(server: Server, socket: Socket): void {
  server.connections += 1
  const session = new Session(server.connections, socket)
  const frames = new Frames()
  const ended = new AbortController()
  let queue: Promise<void> = Promise.resolve()
  socket.once('close', () => ended.abort())
  socket.once('end', () => socket.destroy())
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const frame of frames.push(chunk)) {
        const incoming = readIncoming(frame)
        queue = queue.then(() => answer(server, session, incoming, ended.signal))
        // A hook that throws ends the connection, not the test's process.
        queue = queue.catch(() => void socket.destroy())
      }
    } catch {
      // Not our protocol, or broken: a real server closes too.
      socket.destroy()
    }
  })
}

let lastReplyId = 0

async function answer(
  server: Server,
  session: Session,
  incoming: Incoming,
  ended: AbortSignal,
): Promise<void> {
  const { socket } = session
  if (ended.aborted) return
  remember(server, session, incoming)
  const reply = await replyTo(server, session, incoming, ended)
  await pause(server.options.delayMs ?? 0, ended)
  if (ended.aborted) return
  switch (reply) {
    case 'hang':
      return new Promise((resolve) => ended.addEventListener('abort', () => resolve(), { once: true }))
    case 'close':
      socket.end()
      return
    case 'reset':
      reset(socket)
      return
    default:
      if (!incoming.wantsReply) return
      if (isStream(incoming)) return stream(session, incoming, reply, ended)
      send(session, incoming, reply, false)
  }
}

type Answer = Exclude<HookReply, undefined>

async function replyTo(
  server: Server,
  session: Session,
  incoming: Incoming,
  ended: AbortSignal,
): Promise<Answer> {
  const { name, document, legacy } = incoming
  if (hellos.includes(name)) return helloTo(server, session, incoming, ended)
  if (legacy) {
    const errmsg = `Unsupported OP_QUERY command: ${name}. The client driver may require an upgrade.`
    return commandError(352, 'UnsupportedOpQueryCommand', errmsg)
  }
  return run(server, session, name, incoming.database, document, ended)
}

async function helloTo(
  server: Server,
  session: Session,
  incoming: Incoming,
  ended: AbortSignal,
): Promise<Answer> {
  const { name, document, database } = incoming
  if (server.role === 'load-balanced' && document['loadBalanced'] !== true) {
    return commandError(
      354,
      'LoadBalancerSupportMismatch',
      'The server is being accessed through a load balancer, but this driver does not have load balancing enabled',
    )
  }
  const login = speculative(document)
  const source = login === null ? null : (textOf(login.document, 'db') ?? '$external')
  const begun =
    login === null || source === null
      ? null
      : await run(server, session, login.name, source, login.document, ended)
  if (typeof begun === 'string') return begun
  // A login that fails inside a hello is left out; the client then tries it on its own and gets the error.
  const inside = begun === null || isFailure(begun) ? {} : { speculativeAuthenticate: begun }
  const reply = { ...helloReply(server, session, document, name !== 'hello'), ...inside }
  const hooked = await server.options.onHello?.(reply, requestOf(session, name, database, document))
  return hooked ?? reply
}

async function run(
  server: Server,
  session: Session,
  name: string,
  database: string,
  document: Fields,
  ended: AbortSignal,
): Promise<Answer> {
  const hooked = await server.options.onCommand?.(name, requestOf(session, name, database, document))
  if (hooked !== undefined) return hooked
  const call = { server, session, name, database, document }
  if (!isWrite(name)) return dispatch(call)
  const reply = dispatch(call)
  return isFailure(reply) ? reply : confirm(server, document, reply, ended)
}

/** The reply to a write once as many members have it as its client wants. */
async function confirm(server: Server, document: Fields, reply: Fields, ended: AbortSignal): Promise<Answer> {
  const end = confirmation(server, document)
  if (end.is === 'never') return 'hang'
  if (end.is === 'confirmed') return reply
  await pause(end.afterMs, ended)
  return { ...reply, writeConcernError: end.error }
}

function requestOf(session: Session, name: string, database: string, document: Fields): MongoRequest {
  const { id, secure, servername, users } = session
  const loggedIn = users.map((user) => `${user.name}@${user.db}`)
  return { name, database, document, connectionId: id, secure, servername, loggedIn }
}

/** Whether a monitor asks to be told of changes: hello with what it knows already. */
function isStream({ name, document, exhaustAllowed }: Incoming): boolean {
  return hellos.includes(name) && exhaustAllowed && document['topologyVersion'] !== undefined
}

/** Nothing ever changes here, so that each reply comes when the wait is over. */
async function stream(
  session: Session,
  incoming: Incoming,
  reply: Fields,
  ended: AbortSignal,
): Promise<void> {
  const waitMs = numberOf(incoming.document, 'maxAwaitTimeMS') ?? 10_000
  let to: { readonly requestId: number; readonly legacy: boolean } = incoming
  for (;;) {
    await pause(Math.max(waitMs, 1), ended)
    if (ended.aborted) return
    to = { requestId: send(session, to, { ...reply, localTime: new Date() }, true), legacy: false }
  }
}

function send(
  session: Session,
  to: { readonly requestId: number; readonly legacy: boolean },
  reply: Fields,
  more: boolean,
): number {
  lastReplyId = (lastReplyId + 1) % 0x7fff_ffff
  session.socket.write(writeReply(to, lastReplyId, reply, more))
  return lastReplyId
}

function remember(server: Server, session: Session, { name, database }: Incoming): void {
  if (server.seen.length >= seenAtMost) return
  server.seen.push({ connectionId: session.id, secure: session.secure, name, database })
}

function pause(ms: number, ended: AbortSignal): Promise<void> {
  if (ms === 0 || ended.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer)
      ended.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, ms)
    ended.addEventListener('abort', over, { once: true })
  })
}
