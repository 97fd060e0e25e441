import { randomBytes } from 'node:crypto'
import { TLSSocket } from 'node:tls'

import { Binary, deserialize, serialize } from 'bson'

import { commandError } from '../errors.ts'
import { bytesOf, textOf } from '../fields.ts'
import type { Fields } from '../fields.ts'
import type { Mechanism } from '../options.ts'
import type { Session } from '../session.ts'
import type { Server } from '../server.ts'
import { beginScram, readClientFirst, scramSecret } from './scram.ts'
import type { ScramMechanism } from './scram.ts'
import { subjectOf } from './subject.ts'
import type { KnownUser } from './users.ts'

/** Answers `saslStart`. */
export function saslStart(server: Server, session: Session, database: string, command: Fields): Fields {
  const mechanism = textOf(command, 'mechanism') ?? ''
  if (!isOffered(server, mechanism)) return unavailable(mechanism)
  switch (mechanism) {
    case 'SCRAM-SHA-1':
    case 'SCRAM-SHA-256':
      return startScram(server, session, database, mechanism, command)
    case 'PLAIN':
      return plain(server, session, database, command)
    case 'MONGODB-AWS':
      return startAws(session, command)
    case 'MONGODB-OIDC':
      return failed(server, session)
    case 'MONGODB-X509':
      return unavailable(mechanism)
  }
}

const serverNonceBytes = 32

/** The server's part of the question: its nonce after the client's, and the service that is to be asked. */
function startAws(session: Session, command: Fields): Fields {
  const { r }: Fields = deserialize(bytesOf(command, 'payload'))
  if (!(r instanceof Binary)) return commandError(17, 'ProtocolError', 'the nonce is missing')
  session.login = { awaits: 'identity' }
  const s = new Binary(Buffer.concat([r.buffer, randomBytes(serverNonceBytes)]))
  return {
    conversationId: 1,
    done: false,
    payload: new Binary(serialize({ s, h: 'sts.amazonaws.com' })),
    ok: 1,
  }
}

/** Answers `saslContinue`. */
export function saslContinue(server: Server, session: Session, command: Fields): Fields {
  const { login } = session
  if (login === null) return commandError(17, 'ProtocolError', 'No SASL session state found')
  const payload = bytesOf(command, 'payload').toString()
  if (login.awaits === 'identity') return failed(server, session)
  if (login.awaits === 'acknowledgement') {
    session.login = null
    session.enter(login.user)
    return conversation(true, '')
  }
  const last = login.scram.finish(payload)
  if (last === null || login.user === null) return failed(server, session)
  if (login.skipEmptyExchange) {
    session.login = null
    session.enter(login.user)
    return conversation(true, last)
  }
  session.login = { awaits: 'acknowledgement', user: login.user }
  return conversation(false, last)
}

/** Answers `authenticate`, which MONGODB-X509 alone uses. */
export function authenticate(server: Server, session: Session, command: Fields): Fields {
  const mechanism = textOf(command, 'mechanism') ?? ''
  if (mechanism !== 'MONGODB-X509' || !isOffered(server, mechanism)) return unavailable(mechanism)
  const { socket } = session
  const certificate =
    socket instanceof TLSSocket && socket.authorized ? socket.getPeerX509Certificate() : undefined
  if (certificate === undefined) {
    return commandError(18, 'AuthenticationFailed', 'No verified subject name available from client')
  }
  const subject = subjectOf(certificate.subject)
  const claimed = textOf(command, 'user')
  if (claimed !== null && claimed !== subject) {
    return commandError(18, 'AuthenticationFailed', 'There is no x.509 client certificate matching the user.')
  }
  const user = server.users.find('$external', subject)
  if (user === null || !user.mechanisms.includes(mechanism)) return failed(server, session)
  session.enter(user)
  return { dbname: '$external', user: subject, ok: 1 }
}

function startScram(
  server: Server,
  session: Session,
  database: string,
  mechanism: ScramMechanism,
  command: Fields,
): Fields {
  const first = readClientFirst(bytesOf(command, 'payload').toString())
  if (first === null) return failed(server, session)
  const user = server.users.find(database, first.name)
  // mongod refuses an unknown user at once; Atlas goes on with a made-up salt and tells nothing apart.
  if (user === null && server.compat === 'mongodb') return failed(server, session)
  if (user !== null && !user.mechanisms.includes(mechanism)) {
    return commandError(
      334,
      'MechanismUnavailable',
      `Unable to use ${mechanism} based authentication for user without any ${mechanism} credentials registered`,
    )
  }
  const secret = user?.secret(mechanism) ?? scramSecret(mechanism, first.name, '')
  const scram = beginScram(mechanism, secret, first)
  const options = command['options']
  const skipEmptyExchange =
    typeof options === 'object' && options !== null && Reflect.get(options, 'skipEmptyExchange') === true
  session.login = { awaits: 'proof', scram, user, skipEmptyExchange }
  return conversation(false, scram.serverFirst)
}

function plain(server: Server, session: Session, database: string, command: Fields): Fields {
  const [, name = '', password = ''] = bytesOf(command, 'payload').toString().split('\0')
  const user = server.users.find(database, name)
  if (user === null || !user.mechanisms.includes('PLAIN') || user.password !== password) {
    return failed(server, session)
  }
  session.enter(user)
  return conversation(true, '')
}

/** The field `saslSupportedMechs` of a hello; undefined where the user is not known, as mongod does; Atlas tells of nobody. */
export function mechanismsOf(server: Server, account: string): readonly Mechanism[] | undefined {
  const dot = account.indexOf('.')
  const user: KnownUser | null = server.users.find(account.slice(0, dot), account.slice(dot + 1))
  if (user === null && server.compat === 'atlas') {
    return server.users.offered.filter((mechanism) => mechanism.startsWith('SCRAM-'))
  }
  return user?.mechanisms.filter((mechanism) => server.users.offered.includes(mechanism))
}

function conversation(done: boolean, payload: string): Fields {
  return { conversationId: 1, done, payload: Buffer.from(payload), ok: 1 }
}

function isOffered(server: Server, mechanism: string): mechanism is Mechanism {
  return server.users.offered.some((offered) => offered === mechanism)
}

function unavailable(mechanism: string): Fields {
  return commandError(
    334,
    'MechanismUnavailable',
    `Received authentication for mechanism ${mechanism} which is unknown or not enabled`,
  )
}

function failed(server: Server, session: Session): Fields {
  session.login = null
  return server.compat === 'atlas'
    ? commandError(8000, 'AtlasError', 'bad auth : authentication failed')
    : commandError(18, 'AuthenticationFailed', 'Authentication failed.')
}
