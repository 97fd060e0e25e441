import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import net from 'node:net'

import { BSON } from 'mongodb'

type Document = Record<string, unknown>

export interface SessionServer {
  readonly port: number
  /** Every command in the order of arrival; those of a hello's speculative login as `speculative`. */
  readonly heard: string[]
  readonly open: () => number
  stop(): Promise<void>
}

export interface SessionServerOptions {
  readonly password?: string
  readonly hello?: (port: number) => Document
  /** Answers instead of the server's own; `silent` answers nothing. */
  readonly answer?: (command: string, document: Document) => Document | 'silent' | null
}

/** A server of the wire protocol with SCRAM-SHA-256, to count what a driver really sends. */
export async function sessionServer(options: SessionServerOptions = {}): Promise<SessionServer> {
  const heard: string[] = []
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    let pending = Buffer.alloc(0)
    const login = scram(options.password ?? 'right')
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
    socket.on('data', (data) => {
      pending = Buffer.concat([pending, data])
      while (pending.length >= 4 && pending.length >= pending.readInt32LE(0)) {
        const message = pending.subarray(0, pending.readInt32LE(0))
        pending = pending.subarray(message.length)
        const reply = answer(message)
        if (reply !== null) socket.write(reply)
      }
    })
    const answer = (message: Buffer): Buffer | null => {
      const isQuery = message.readInt32LE(12) === 2004
      const document: Document = BSON.deserialize(
        isQuery ? message.subarray(message.indexOf(0, 20) + 9) : message.subarray(21),
      )
      const command = Object.keys(document)[0] ?? ''
      heard.push(command)
      const own = options.answer?.(command, document) ?? null
      if (own === 'silent') return null
      const body = Buffer.from(BSON.serialize(own ?? reply(command, document)))
      return isQuery ? framed(message, 1, 20, body) : framed(message, 2013, 5, body)
    }
    const reply = (command: string, document: Document): Document => {
      switch (command) {
        case 'ismaster':
        case 'hello': {
          const speculative = document['speculativeAuthenticate']
          const port = (server.address() as net.AddressInfo).port
          const facts = options.hello?.(port) ?? { ismaster: true }
          const more: Document = {}
          if (typeof document['saslSupportedMechs'] === 'string')
            more['saslSupportedMechs'] = ['SCRAM-SHA-256']
          if (typeof speculative === 'object' && speculative !== null && 'saslStart' in speculative) {
            heard.push('speculative')
            more['speculativeAuthenticate'] = login.start(speculative)
          }
          return {
            helloOk: true,
            minWireVersion: 0,
            maxWireVersion: 21,
            logicalSessionTimeoutMinutes: 30,
            ok: 1,
            ...facts,
            ...more,
          }
        }
        case 'saslStart':
          return login.start(document)
        case 'saslContinue':
          return login.proceed(document)
        case 'connectionStatus':
          return {
            authInfo: {
              authenticatedUsers: [{ user: 'ada', db: 'admin' }],
              authenticatedUserRoles: [{ role: 'read', db: 'app' }],
              authenticatedUserPrivileges: [{ resource: { db: 'app', collection: '' }, actions: ['find'] }],
            },
            ok: 1,
          }
        case 'find':
          return { cursor: { id: new BSON.Long(0), ns: 'app.c', firstBatch: [] }, ok: 1 }
        default:
          return { ok: 1, n: 1 }
      }
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as net.AddressInfo).port,
    heard,
    open: () => sockets.size,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function framed(request: Buffer, opCode: number, gap: number, body: Buffer): Buffer {
  const reply = Buffer.alloc(16 + gap + body.length)
  reply.writeInt32LE(reply.length, 0)
  reply.writeInt32LE(request.readInt32LE(4), 8)
  reply.writeInt32LE(opCode, 12)
  if (opCode === 1) reply.writeInt32LE(1, 32)
  body.copy(reply, 16 + gap)
  return reply
}

function scram(password: string): { start(d: Document): Document; proceed(d: Document): Document } {
  const salt = randomBytes(28)
  const salted = pbkdf2Sync(password, salt, 4096, 32, 'sha256')
  const key = (name: string): Buffer => createHmac('sha256', salted).update(name).digest()
  let bare = ''
  let first = ''
  const payload = (text: string): BSON.Binary => new BSON.Binary(Buffer.from(text))
  const textOf = (d: Document): string => (d['payload'] as BSON.Binary).toString('utf8')
  return {
    start: (d) => {
      bare = textOf(d).slice(3)
      const nonce = /r=([^,]+)/.exec(bare)?.[1] ?? ''
      first = `r=${nonce}${randomBytes(8).toString('hex')},s=${salt.toString('base64')},i=4096`
      return { conversationId: 1, done: false, payload: payload(first), ok: 1 }
    },
    proceed: (d) => {
      const [, without = '', proof = ''] = /^(.*),p=(.*)$/.exec(textOf(d)) ?? []
      const message = `${bare},${first},${without}`
      const stored = createHash('sha256').update(key('Client Key')).digest()
      const signature = createHmac('sha256', stored).update(message).digest()
      const clientKey = Buffer.from(proof, 'base64').map((byte, index) => byte ^ (signature[index] ?? 0))
      if (!createHash('sha256').update(clientKey).digest().equals(stored)) {
        return { ok: 0, code: 18, codeName: 'AuthenticationFailed', errmsg: 'Authentication failed.' }
      }
      const verifier = createHmac('sha256', key('Server Key')).update(message).digest('base64')
      return { conversationId: 1, done: true, payload: payload(`v=${verifier}`), ok: 1 }
    },
  }
}
