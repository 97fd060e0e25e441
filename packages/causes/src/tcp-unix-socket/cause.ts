import { absent, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { citeTcp, reachOf } from '../kit/reach.ts'

interface Facts {
  readonly path: string
  readonly how: 'missing' | 'denied' | 'nobody-listens'
}

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-unix-socket',
  title: 'The Unix socket cannot be opened',
  scope: 'endpoint',
  infer(evidence, at) {
    if (at === null || !at.startsWith('/')) return unknown()
    const [look] = reachOf(evidence, at).looks
    if (look === undefined) return unknown()
    const how = howOf(look.saw.outcome.is)
    if (how === null) return look.saw.outcome.is === 'open' ? absent(citeTcp(look)) : unknown()
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { path: at, how },
      because: [citeTcp(look)],
    }
  },
  advise({ path, how }) {
    switch (how) {
      case 'missing':
        return {
          title: says`There is no socket at ${path}`,
          explanation: says`The connection string names a Unix socket, and no such file exists. mongod makes it when it starts, and names it after its port.`,
          steps: [
            says`Is mongod running on this machine? systemctl status mongod.`,
            says`Where is its socket? ls -l /tmp/mongodb-*.sock, and net.unixDomainSocket.pathPrefix in mongod.conf. A service with PrivateTmp has a /tmp of its own, which others do not see.`,
            says`In the connection string the path is percent-encoded: mongodb://%2Ftmp%2Fmongodb-27017.sock/.`,
          ],
        }
      case 'denied':
        return {
          title: says`This user may not open the socket ${path}`,
          explanation: says`The socket exists, and its permissions, or those of a directory above it, keep this user out.`,
          steps: [
            says`See who may: namei -l ${path}. mongod makes the socket with mode 0700 for its own user.`,
            says`Set net.unixDomainSocket.filePermissions: 0770 in mongod.conf, and put this user into mongod's group; or connect by TCP to 127.0.0.1.`,
          ],
        }
      case 'nobody-listens':
        return {
          title: says`Nobody listens at the socket ${path}`,
          explanation: says`The file exists, but no server stands behind it: it was left by a mongod that ended without removing it, or it is no socket at all.`,
          steps: [
            says`Start mongod (systemctl start mongod); if it complains about the socket, remove the file ${path} first.`,
            says`Check that it is a socket: the first letter of ls -l ${path} is s.`,
          ],
        }
    }
  },
})

function howOf(outcome: string): Facts['how'] | null {
  switch (outcome) {
    case 'socket-missing':
      return 'missing'
    case 'socket-denied':
      return 'denied'
    case 'refused':
      return 'nobody-listens'
    default:
      return null
  }
}
