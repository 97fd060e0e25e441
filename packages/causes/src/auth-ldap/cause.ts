import { absent, cite, defineCause, firstSeen, says, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'
import { chosenMechanism, loginEnd } from '../kit/login.ts'
import { foreignProduct, isMongoDb } from '../kit/product.ts'

type Facts = { readonly what: 'refused' | 'roles' | 'in-clear' }

const roleAcquisition = 404

export const cause: Cause = defineCause<Facts>({
  code: 'auth-ldap',
  title: 'The directory (LDAP) behind the server refuses the login',
  scope: 'target',
  refines: ['auth-rejected'],
  explains: ['auth-not-provided', 'authz-missing-role'],
  infer: (evidence) => {
    const end = loginEnd(evidence)
    if (end === null) return unknown()
    if (end.is === 'refused' && end.error.code === roleAcquisition) {
      return {
        is: 'present',
        certainty: 'certain',
        bearing: 'fault',
        facts: { what: 'roles' },
        because: [end.said],
      }
    }
    if (chosenMechanism(evidence) !== 'PLAIN') return unknown()
    if (end.is === 'in') {
      const uri = firstSeen(evidence, 'uri.parse')
      if (uri === undefined || effective(evidence)?.tls !== false || !isMongoDb(evidence)) {
        return absent(end.said)
      }
      return {
        is: 'present',
        certainty: 'certain',
        bearing: 'advisory',
        facts: { what: 'in-clear' },
        because: [end.said, cite(uri, says`authMechanism is PLAIN, and TLS is off`)],
      }
    }
    if (end.is !== 'refused') return unknown()
    if (end.about !== 'credentials') return absent(end.said)
    // Other products use PLAIN for their own users.
    if (foreignProduct(evidence) !== null) return unknown()
    return {
      is: 'present',
      certainty: 'likely',
      bearing: 'fault',
      facts: { what: 'refused' },
      because: [end.said, cite(end.login, says`the login was made with PLAIN, which the server hands on`)],
    }
  },
  advise: ({ what }) => {
    switch (what) {
      case 'in-clear':
        return {
          title: says`The password goes over the network as it is`,
          explanation: says`The mechanism PLAIN sends the password itself, and TLS is off. The login works; whoever sees the traffic can read it.`,
          steps: [says`Switch TLS on at the server, and add tls=true to the connection string.`],
        }
      case 'roles':
        return {
          title: says`The server could not get the user's roles from the directory (LDAP)`,
          explanation: says`The login was accepted; the query for the groups of the user then failed, so the server ended it.`,
          steps: [
            says`On the server: mongoldap --config mongod.conf --user NAME --password runs the same queries and says which one fails.`,
            says`Check security.ldap.authz.queryTemplate, the bind user's password and its right to read groups.`,
          ],
        }
      case 'refused':
        return {
          title: says`The login with PLAIN was refused: by the directory (LDAP) behind the server, most likely`,
          explanation: says`With PLAIN the server hands name and password to a directory and waits for its answer. A wrong password, a name that the directory writes otherwise, and a directory that is down look the same from here.`,
          steps: [
            says`Try the same name and password at the directory itself: ldapwhoami -x -H ldaps://DIRECTORY -D "DISTINGUISHED NAME" -W.`,
            says`On the server: mongoldap --config mongod.conf --user NAME --password goes through connection, bind, name mapping and roles, and names the step that fails.`,
            says`If the user is one of MongoDB's own (created with a password): leave authMechanism=PLAIN out, and name its database with authSource.`,
          ],
          confirm: says`The server's log at the time of the login (component ACCESS) names the LDAP error.`,
        }
    }
  },
})
