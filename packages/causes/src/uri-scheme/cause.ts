import { defineCause, says, together } from '@mongowhy/core'
import type { Cause, Phrase } from '@mongowhy/core'

import { overUriFaults, shown } from '../kit/uri.ts'
import type { FaultOf } from '../kit/uri.ts'

type Facts = Pick<FaultOf<'scheme'>, 'problem' | 'found'>

function whatStands({ problem, found }: Facts): Phrase {
  switch (problem) {
    case 'quote':
      return says`a quote, ${found}, stands before the scheme and belongs to the string`
    case 'space':
      return says`white space stands before the scheme`
    case 'bom':
      return says`a byte-order mark (U+FEFF), which no editor shows, stands before the scheme`
    case 'case':
      return says`the scheme is written ${found}, and drivers compare it letter by letter`
    case 'missing':
      return says`the string has no scheme`
    case 'other':
      return found === ''
        ? says`other text stands before the scheme`
        : says`the string begins with ${found}, which is neither mongodb:// nor mongodb+srv://`
  }
}

function step({ problem }: Facts): Phrase {
  switch (problem) {
    case 'quote':
      return says`Take the quotes out of the value. In a shell they delimit it and vanish; in a Docker env file, a Kubernetes secret or a CI variable they stay.`
    case 'space':
      return says`Take out the white space before mongodb://.`
    case 'bom':
      return says`Save the file without a byte-order mark (UTF-8, not UTF-8 with BOM).`
    case 'case':
      return says`Write the scheme in lower case: mongodb:// or mongodb+srv://.`
    case 'missing':
    case 'other':
      return says`Begin the string with mongodb+srv:// if it names a cluster (Atlas gives these), or with mongodb:// if it lists hosts and ports.`
  }
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-scheme',
  title: 'The scheme of the connection string is wrong',
  scope: 'target',
  infer: (evidence) =>
    overUriFaults(
      evidence,
      ['scheme'],
      says`the string begins with mongodb:// or mongodb+srv://`,
      ([{ problem, found }], look) => shown(look, { problem, found }, whatStands({ problem, found })),
    ),
  advise: (facts) => ({
    title: says`The connection string does not begin with mongodb:// or mongodb+srv://`,
    explanation: together(
      says`Drivers refuse a string unless its first characters are exactly one of these, and try no host. What is wrong here:`,
      whatStands(facts),
    ),
    steps: [
      step(facts),
      // Where the string begins with something else, its first characters may be a password's.
      ...(['quote', 'space', 'bom', 'case'].includes(facts.problem)
        ? [
            says`See its first characters, and not the rest: ${'printf %s "$MONGODB_URI" | head -c 10 | od -c'}`,
          ]
        : []),
    ],
  }),
})
