import { authenticate, saslContinue, saslStart } from '../auth/login.ts'
import { commandError } from '../errors.ts'
import { bytesOf } from '../fields.ts'
import type { Fields } from '../fields.ts'
import { buildInfo } from '../products.ts'
import type { Call, Command } from './command.ts'

function open(run: (call: Call) => Fields): Command {
  return { needs: 'nothing', touches: 'nothing', run }
}

/** Commands about the connection, its user and the server, which need no login. */
export const sessionCommands: { readonly [name: string]: Command } = {
  ping: open(() => ({ ok: 1 })),
  buildInfo: open(({ server }) => buildInfo(server)),
  buildinfo: open(({ server }) => buildInfo(server)),
  saslStart: open(({ server, session, database, document }) =>
    saslStart(server, session, database, document),
  ),
  saslContinue: open(({ server, session, document }) => saslContinue(server, session, document)),
  authenticate: open(({ server, session, document }) => authenticate(server, session, document)),
  logout: open(({ session }) => {
    session.leave()
    return { ok: 1 }
  }),
  connectionStatus: open(connectionStatus),
  endSessions: open(() => ({ ok: 1 })),
  whatsmyuri: open(({ session }) => ({
    you: `${session.socket.remoteAddress ?? ''}:${session.socket.remotePort ?? 0}`,
    ok: 1,
  })),
  atlasVersion: open(({ server }) =>
    server.compat === 'atlas'
      ? { atlasVersion: '20241107.0.0.1731000000', gitVersion: buildInfo(server)['gitVersion'], ok: 1 }
      : commandError(59, 'CommandNotFound', "no such command: 'atlasVersion'"),
  ),
}

function connectionStatus({ session, document }: Call): Fields {
  const roles = session.users.flatMap((user) => user.roles.map(({ role, db }) => ({ role, db })))
  return {
    authInfo: {
      authenticatedUsers: session.users.map(({ name, db }) => ({ user: name, db })),
      authenticatedUserRoles: roles,
      ...(document['showPrivileges'] === true ? { authenticatedUserPrivileges: session.privileges } : {}),
    },
    ok: 1,
  }
}

/** The login that a hello carries; null where it carries none that is known. */
export function speculative(document: Fields): { readonly name: string; readonly document: Fields } | null {
  const inside = document['speculativeAuthenticate']
  if (typeof inside !== 'object' || inside === null) return null
  const fields: Fields = { ...inside }
  const name = Object.keys(fields)[0] ?? ''
  if (name === 'authenticate') return { name, document: fields }
  return name === 'saslStart' && bytesOf(fields, 'payload').length > 0 ? { name, document: fields } : null
}
