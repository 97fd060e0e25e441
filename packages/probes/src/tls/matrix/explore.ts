import type { MatrixVersion, TlsMatrixSighting } from '@mongowhy/core'

import { allSuites } from './suites.ts'
import type { Suite } from './suites.ts'

/** What a server made of one hello: the suite that it chose, a refusal, or nothing at all. */
export type Choice =
  | { readonly is: 'chosen'; readonly suite: number; readonly version: number }
  | { readonly is: 'refused' }
  | { readonly is: 'unanswered' }

/** Sends one hello that offers one version and some suites. */
export type Offer = (version: number, suites: readonly number[]) => Promise<Choice>

const versions: readonly { readonly version: MatrixVersion; readonly number: number }[] = [
  { version: 'SSLv3', number: 0x0300 },
  { version: 'TLSv1', number: 0x0301 },
  { version: 'TLSv1.1', number: 0x0302 },
  { version: 'TLSv1.2', number: 0x0303 },
  { version: 'TLSv1.3', number: 0x0304 },
]

// Longer lists than this make some old servers and middleboxes give up.
const longestList = 120
// A list is asked in so many parts side by side once it is known that the server takes something of it: each part is asked
// anew without what was chosen, until it is refused, so the longest part decides how long it takes.
const parts = 12

type Found = Omit<TlsMatrixSighting, 'address' | 'servername'>

/** Finds every version and suite that a server takes. */
export async function explore(offer: Offer): Promise<Found> {
  const counts = { hellos: 0, unanswered: 0 }
  const counted: Offer = async (version, suites) => {
    counts.hellos += 1
    const choice = await offer(version, suites)
    if (choice.is === 'unanswered') counts.unanswered += 1
    // A server that answers with another version or suite than was offered takes neither.
    return choice.is === 'chosen' && (choice.version !== version || !suites.includes(choice.suite))
      ? { is: 'refused' }
      : choice
  }
  const found = await Promise.all(
    versions.map(async ({ version, number }) => {
      const taken = await suitesOf(counted, number)
      return { version, suites: taken, preference: await preferenceOf(counted, number, taken) }
    }),
  )
  return {
    versions: found
      .filter(({ suites }) => suites.length > 0)
      .map(({ version, suites, preference }) => ({
        version,
        suites: suites.map(({ id, name }) => ({ id, name })),
        preference,
      })),
    ...counts,
  }
}

async function suitesOf(offer: Offer, version: number): Promise<readonly Suite[]> {
  const offered = allSuites().filter(({ tls13 }) => tls13 === (version === 0x0304))
  const found = await Promise.all(
    lists(offered, Math.ceil(offered.length / longestList), 'in order').map((list) =>
      allOf(offer, version, list),
    ),
  )
  const ids = new Set(found.flat())
  return offered.filter(({ id }) => ids.has(id))
}

/** What the server takes of a list: one hello where it takes nothing. */
async function allOf(offer: Offer, version: number, list: readonly Suite[]): Promise<readonly number[]> {
  const ids = list.map(({ id }) => id)
  const first = await offer(version, ids)
  if (first.is !== 'chosen') return []
  const rest = list.filter(({ id }) => id !== first.suite)
  const found = await Promise.all(
    lists(rest, Math.min(parts, rest.length), 'dealt out').map((part) =>
      oneByOne(
        offer,
        version,
        part.map(({ id }) => id),
      ),
    ),
  )
  return [first.suite, ...found.flat()]
}

async function oneByOne(offer: Offer, version: number, part: readonly number[]): Promise<readonly number[]> {
  const found: number[] = []
  for (let left = part; left.length > 0; left = left.filter((id) => !found.includes(id))) {
    const choice = await offer(version, left)
    if (choice.is !== 'chosen') break
    found.push(choice.suite)
  }
  return found
}

/** Suites that a server takes stand close together in the table: dealt out, each part gets its share of them. */
function lists(
  suites: readonly Suite[],
  count: number,
  how: 'in order' | 'dealt out',
): readonly (readonly Suite[])[] {
  const size = Math.ceil(suites.length / Math.max(1, count))
  return Array.from({ length: count }, (_, part) =>
    how === 'in order'
      ? suites.slice(part * size, (part + 1) * size)
      : suites.filter((_suite, at) => at % count === part),
  ).filter((list) => list.length > 0)
}

/** Offers two suites in either order: a server that minds the order leaves the choice to the client. */
async function preferenceOf(
  offer: Offer,
  version: number,
  suites: readonly Suite[],
): Promise<'server' | 'client' | null> {
  const [first, last] = [suites[0]?.id, suites.at(-1)?.id]
  if (first === undefined || last === undefined || first === last) return null
  const [one, other] = await Promise.all([offer(version, [first, last]), offer(version, [last, first])])
  if (one.is !== 'chosen' || other.is !== 'chosen') return null
  return one.suite === other.suite ? 'server' : 'client'
}
