import { defineCause, says } from '@mongowhy/core'
import type { Cause, Phrase } from '@mongowhy/core'

import { overUriFaults, shown } from '../kit/uri.ts'

interface Facts {
  /** The word that a template prints for an unset variable. */
  readonly literal: 'undefined' | 'null' | 'none' | 'quotes' | null
}

function whatStands(literal: Facts['literal']): Phrase {
  switch (literal) {
    case null:
      return says`the connection string is empty`
    case 'undefined':
      return says`in place of a connection string stands the word ${'undefined'}`
    case 'null':
      return says`in place of a connection string stands the word ${'null'}`
    case 'none':
      return says`in place of a connection string stands the word ${'None'}`
    case 'quotes':
      return says`in place of a connection string stands a pair of quotes with nothing between them`
  }
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-empty',
  title: 'The connection string is empty',
  scope: 'target',
  explains: ['uri-scheme', 'uri-host-missing'],
  infer: (evidence) =>
    overUriFaults(
      evidence,
      ['empty'],
      says`the connection string is not empty`,
      ([{ literal = null }], look) => shown(look, { literal }, whatStands(literal)),
    ),
  advise: ({ literal }) => ({
    title: says`The connection string is empty`,
    explanation:
      literal === null
        ? says`Nothing, or only white space, reached the program as its connection string. The variable that should hold it is not set where the program runs, or is read before the file that sets it.`
        : says`The program made its connection string of a variable that has no value. The variable is not set where the program runs, or is read before the file that sets it.`,
    steps: [
      says`See whether the variable is set where the program runs, without printing it: ${'[ -n "$MONGODB_URI" ] && echo set || echo not set'}`,
      says`If it stands in a .env file, load that file before the module that connects is imported: ${'node --env-file=.env app.js'}`,
      says`In a container or a service, set it there: variables of your shell do not reach ${'docker run'}, ${'systemd'} or ${'cron'}.`,
    ],
  }),
})
