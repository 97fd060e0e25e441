import { absent, cite, defineCause, firstSeen, says, unknown } from '@mongowhy/core'
import type { Cause, Citations } from '@mongowhy/core'

import { operationDone, operationThatFailed } from '../kit/operation.ts'
import { advise } from './words.ts'
import type { Facts } from './words.ts'

const invalidNamespace = 73

// Of a database's name; a server keeps one more byte for its own use.
const longestBytes = 63

export const cause: Cause = defineCause<Facts>({
  code: 'uri-database-name',
  title: 'The database of the connection string has a name that none can have',
  scope: 'target',
  infer(evidence) {
    const look = firstSeen(evidence, 'uri.parse')
    const database = look?.saw.database ?? null
    if (look === undefined || look.saw.given === 'empty') return unknown()
    if (database === null) return absent(cite(look, says`the connection string names no database`))
    // What is glued to it makes the name odd; the name is not at fault.
    if (look.saw.faults.some(({ kind }) => kind === 'options-glued')) return unknown()
    const wrong = wrongIn(database)
    if (wrong === null) return absent(cite(look, says`a database can be named ${database}`))
    const what = cite(look, says`the connection string names the database ${database}`)
    const failed = operationThatFailed(
      evidence,
      ({ code, name }) => code === invalidNamespace || name === 'MongoInvalidArgumentError',
    )
    const done = operationDone(evidence, 'read')
    const because: Citations = failed === undefined ? [what] : [what, failed.said]
    return {
      is: 'present',
      certainty: 'certain',
      // Compatible servers may be more tolerant, and then it works from here.
      bearing: done === undefined ? 'fault' : 'advisory',
      facts: { database, wrong },
      because: done === undefined ? because : [...because, done],
    }
  },
  advise,
})

/** The character that no name of a database may hold, on any system; null where there is none. */
function wrongIn(database: string): Facts['wrong'] | null {
  // What administrators name for logins, and nobody reads from.
  if (database === '$external') return null
  const character = /[/. "$]|\\(?!u\{|[nrt])/.exec(database)?.[0]
  if (character !== undefined) return { is: 'character', character }
  const bytes = Buffer.byteLength(database)
  return bytes > longestBytes ? { is: 'length', bytes } : null
}
