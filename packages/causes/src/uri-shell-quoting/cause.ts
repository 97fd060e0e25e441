import { absent, cite, defineCause, firstSeen, listed, says, together, unknown } from '@mongowhy/core'
import type { Cause, Citation, Evidence, Inference } from '@mongowhy/core'

import { loginOf, refusalOf, rejection } from '../kit/session.ts'
import { characterOf } from '../kit/uri.ts'
import type { UriLook } from '../kit/uri.ts'

type Facts =
  | { readonly how: 'kept'; readonly character: '&' | '?' }
  | { readonly how: 'cut'; readonly lost: readonly string[]; readonly variable: string | null }

export const cause: Cause = defineCause<Facts>({
  code: 'uri-shell-quoting',
  title: 'The shell took a part of the connection string for itself',
  scope: 'target',
  refines: ['uri-option-value'],
  explains: ['auth-rejected', 'uri-authsource-defaulted'],
  infer: (evidence) => {
    const look = firstSeen(evidence, 'uri.parse')
    if (look === undefined || look.saw.given === 'empty') return unknown()
    const kept = look.saw.faults.find((fault) => fault.kind === 'shell-escape')
    if (kept !== undefined) {
      return {
        is: 'present',
        certainty: 'certain',
        bearing: 'fault',
        facts: { how: 'kept', character: kept.character },
        because: [
          cite(
            look,
            says`a backslash stands before the ${kept.character} at character ${characterOf(kept) + 1}`,
          ),
        ],
      }
    }
    // A shell cuts at the first `&`: whoever has more options, or none, was not cut there.
    return look.saw.options.length === 1
      ? cut(evidence, look)
      : absent(cite(look, says`the string has ${look.saw.options.length} options, so it was not cut at an &`))
  },
  advise: (facts) => ({
    title:
      facts.how === 'kept'
        ? says`A backslash that was meant for the shell reached the program`
        : says`The connection string seems to have been cut at its first &`,
    explanation:
      facts.how === 'kept'
        ? says`Inside quotes the shell keeps a backslash before ${facts.character}. It becomes a part of the option or of the database, and drivers refuse it or look for another name.`
        : together(
            says`To a shell an & without quotes ends the command and puts it in the background; what follows is taken for commands or variables of their own. So the program got the string only up to there.`,
            facts.lost.length === 0
              ? says``
              : together(
                  says`The environment has variables named`,
                  listed(facts.lost),
                  says`, which are options of a connection string: that is where they went.`,
                ),
          ),
    steps: [
      facts.how === 'kept'
        ? says`Take the backslashes out, and put the whole string between single quotes.`
        : says`Put the whole string between single quotes, where it is typed and where it is set: 'mongodb://…?a=b&c=d'. They keep &, ?, $ and ! alike.`,
      facts.how === 'cut' && facts.variable !== null
        ? says`Look at what the program gets: printenv ${facts.variable}. In a file that a shell reads (set -a; . ./.env) the quotes are needed too.`
        : says`Or do not hand it to a shell at all: set it in a file that the program reads, or type it on standard input (mongowhy -).`,
      says`A $ in the password vanishes in double quotes, and a ! may be replaced: only single quotes keep them.`,
    ],
    ...(facts.how === 'kept'
      ? {}
      : {
          confirm: says`Compare the end of the string that the program reports with the one that was written. If everything from the first & on is missing, it was the shell.`,
        }),
  }),
})

function cut(evidence: Evidence, look: UriLook): Inference<Facts> {
  const machine = firstSeen(evidence, 'env.host')
  if (machine === undefined) return unknown()
  const { optionVariables = [], inBackground = false } = machine.saw
  const given = look.saw.options.map(({ name }) => name.toLowerCase())
  const lost = optionVariables.filter((name) => !given.includes(name.toLowerCase())).slice(0, 8)
  const behind = inBackground && evidence.options.source === 'argument'
  const [only] = look.saw.options
  const because: readonly Citation[] = [
    ...(lost.length === 0
      ? []
      : [cite(machine, together(says`the environment has variables named`, listed(lost)))]),
    ...(behind ? [cite(machine, says`this command runs in the background of its terminal`)] : []),
  ]
  const [first, ...rest] = because
  if (first === undefined) {
    return absent(
      cite(machine, says`no option of a connection string stands among the variables of the environment`),
    )
  }
  const login = loginOf(evidence)
  const refused = rejection(login)
  const rejected = refused !== null && refusalOf(refused.error) === 'credentials'
  const missed = rejected && lost.some((name) => name === 'authSource' || name === 'authMechanism')
  return {
    is: 'present',
    certainty: lost.length > 0 ? 'likely' : 'possible',
    // What was cut off may matter or not; only where a login lacks it do we know that it does.
    bearing: missed ? 'fault' : 'advisory',
    facts: {
      how: 'cut',
      lost,
      variable: /^env:(\w{1,64})$/.exec(evidence.options.source ?? '')?.[1] ?? null,
    },
    because: [
      first,
      ...rest,
      cite(look, says`the string ends with its first option, ${only?.name ?? ''}`),
      ...(missed && login !== undefined ? [cite(login, says`the server rejected the login`)] : []),
    ],
  }
}
