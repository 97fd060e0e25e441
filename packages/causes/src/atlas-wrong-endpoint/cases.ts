import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { atlasError, loggedIn, operated, serverError } from '../kit/server-case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

const at = null

function user(host: string): EvidenceBuilder {
  return loggedIn(given(`mongodb://ada:${casePassword}@${host}/shop?tls=true&authSource=admin`), {
    is: 'logged-in',
  })
}

const stream = 'atlas-stream-64ac5b1098b5c5.virginia-usa.a.query.mongodb.net'
const federation = 'federateddatabaseinstance0-ab1cd.a.query.mongodb.net'
const cluster = 'cluster0-shard-00-00.ab1cd.mongodb.net'
const notFound = serverError({ code: 59, codeName: 'CommandNotFound', message: 'no such command' })

export const cases: Cases = defineCases({
  code: 'atlas-wrong-endpoint',
  matching: [
    {
      name: 'a stream processing instance, which knows no find',
      evidence: operated(user(stream), 'read', notFound).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a federated database, which knows no insert',
      evidence: operated(
        operated(user(federation), 'read'),
        'insert',
        serverError({ code: 115, codeName: 'CommandNotSupported', message: 'insert' }),
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a federated database that is read from',
      evidence: operated(user(federation), 'read').build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'the SQL interface, not reached',
      evidence: given('mongodb://atlas-sql-64ac5b1098b5c5-ab1cd.a.query.mongodb.net/shop?tls=true').build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'a cluster that lacks a command in its tier',
      evidence: operated(user(cluster), 'read', atlasError('CMD_NOT_ALLOWED: find')).build(),
      at,
      is: 'absent',
      really: 'authz-tier-command',
    },
    {
      name: 'a server of one’s own that lacks a command',
      evidence: operated(user('db.lab.test'), 'read', notFound).build(),
      at,
      is: 'absent',
    },
    {
      name: 'a name that only begins so',
      evidence: operated(user('atlas-stream-1.lab.test'), 'read', notFound).build(),
      at,
      is: 'absent',
    },
  ],
})
