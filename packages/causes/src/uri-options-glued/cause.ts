import { defineCause, says } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { characterOf, overUriFaults, shown } from '../kit/uri.ts'

interface Facts {
  readonly database: string
  readonly character: number
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-options-glued',
  title: 'Options are glued to the database name',
  scope: 'target',
  explains: ['auth-rejected', 'auth-source-wrong', 'uri-authsource-defaulted', 'tls-client-is-plain'],
  infer: (evidence) =>
    overUriFaults(
      evidence,
      ['options-glued'],
      says`no = or & stands between the hosts and the options`,
      ([fault], look) => {
        const facts = { database: fault.database, character: characterOf(fault) }
        return shown(
          look,
          facts,
          says`an option begins at character ${facts.character}, and no ? stands before it`,
        )
      },
    ),
  advise: ({ database, character }) => ({
    title: says`The options are part of the database name: a ? is missing`,
    explanation: says`Options begin after a ?. What begins at character ${character} follows no ?, so drivers take it for a piece of the ${database === '' ? 'database or host' : 'database'} name and apply none of it. Without authSource a login then goes to a database of that odd name.`,
    steps: [
      database === ''
        ? says`Write /? before the first option: mongodb://HOST${'/?'}authSource=admin`
        : says`Write ? for the first &: …/${database}${'?'}authSource=admin`,
      says`Data that was written meanwhile may stand in a database of that odd name: list the databases and look.`,
    ],
  }),
})
