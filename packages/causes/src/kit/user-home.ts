import { looksOf, seenBy } from '@mongowhy/core'
import type { AskOf, Evidence, SeenLook, ServerProduct } from '@mongowhy/core'

import { answered, uriOf } from './deployment.ts'
import { knownBy, mayBeAsked, mechanismsTold } from './user-mechanisms.ts'

type HelloLook = SeenLook<'wire.hello'>

/** In which authentication database the user lives, by what the server says of the user in each. */
export type UserHome =
  | { readonly is: 'here'; readonly look: HelloLook }
  | { readonly is: 'elsewhere'; readonly database: string; readonly look: HelloLook; readonly own: HelloLook }
  /** In none of the databases that were asked about. */
  | { readonly is: 'nowhere'; readonly own: HelloLook; readonly others: readonly HelloLook[] }
  /** Not in that of the login; of the others the server does not tell. */
  | { readonly is: 'not-here'; readonly own: HelloLook }
  | { readonly is: 'unasked'; readonly missing: readonly AskOf<'wire.hello'>[] }
  | { readonly is: 'unknown' }

/**
 * Looks for the user of a refused login: in the login's database, in admin, and in the database of the path. No password
 * is sent for it; drivers name the user in the same way.
 */
export function userHome(evidence: Evidence, authSource: string): UserHome {
  const who = mayBeAsked(evidence) ? whoAnswers(evidence) : undefined
  if (who === undefined) return { is: 'unknown' }
  const at = (database: string): Told | AskOf<'wire.hello'> => toldIn(evidence, who, database)
  const first = mechanismsTold(evidence)
  const own = first === undefined ? at(authSource) : { known: first.known, look: first.look }
  if ('probe' in own) return { is: 'unasked', missing: [own] }
  if (own.look === null || own.known === undefined) return { is: 'unknown' }
  if (own.known) return { is: 'here', look: own.look }
  const others = candidates(evidence, authSource).map((database) => ({ database, told: at(database) }))
  const missing = others.flatMap(({ told }) => ('probe' in told ? [told] : []))
  if (missing.length > 0) return { is: 'unasked', missing }
  const looks: HelloLook[] = []
  let untold = others.length === 0
  for (const { database, told } of others) {
    if ('probe' in told) continue
    if (told.look !== null && told.known === true) {
      return { is: 'elsewhere', database, look: told.look, own: own.look }
    }
    if (told.look === null || told.known === undefined) untold = true
    else looks.push(told.look)
  }
  return untold ? { is: 'not-here', own: own.look } : { is: 'nowhere', own: own.look, others: looks }
}

interface Told {
  readonly known: boolean | undefined
  readonly look: HelloLook | null
}

interface Answering {
  readonly look: HelloLook
  readonly product: ServerProduct
}

/** The first endpoint whose product is known to tell of a user. */
function whoAnswers(evidence: Evidence): Answering | undefined {
  for (const build of seenBy(evidence, 'wire.build')) {
    const { outcome } = build.saw
    const reply = answered(evidence, build.ask.endpoint)
    if (reply === undefined || outcome.is !== 'reply') continue
    const { product } = outcome
    // What it would say of somebody whom it has and of somebody whom it has not must differ.
    const told = (mechs: readonly string[]): boolean | undefined =>
      knownBy(product, { ...reply.hello, saslSupportedMechs: mechs })
    if (told(['SCRAM-SHA-256']) === true && told([]) === false) return { look: reply.look, product }
  }
  return undefined
}

function toldIn(
  evidence: Evidence,
  { look, product }: Answering,
  database: string,
): Told | AskOf<'wire.hello'> {
  const asked = looksOf(evidence, 'wire.hello', look.ask.endpoint).find(
    ({ ask }) => ask.vary.mechanismsIn === database,
  )
  if (asked === undefined) {
    const { address, transport } = look.saw
    return {
      probe: 'wire.hello',
      endpoint: look.ask.endpoint,
      vary: { address, transport, mechanismsIn: database },
    }
  }
  if (asked.status !== 'seen' || asked.saw.outcome.is !== 'reply') return { known: undefined, look: null }
  return { known: knownBy(product, asked.saw.outcome.hello), look: asked }
}

/** Where users live who are not where they were looked for: in admin, or where their data is. */
function candidates(evidence: Evidence, authSource: string): readonly string[] {
  const path = uriOf(evidence)?.database ?? null
  return ['admin', path].filter(
    (database, at, all): database is string =>
      database !== null && database !== authSource && all.indexOf(database) === at,
  )
}
