import { visible } from '../phrase.ts'
import type { UriFault } from '../sightings/index.ts'
import { partOf, type Part } from './part.ts'
import { decodeLeniently } from './percent.ts'
import { readQuery } from './query.ts'

export interface Path {
  /** The database that a person meant; null when none. */
  readonly database: string | null
  /** The database as drivers read it, with options glued to it. Secrets are hidden. */
  readonly asRead: string | null
  readonly shown: string
  readonly query: Part | null
  readonly faults: readonly UriFault[]
}

/** Reads what follows the hosts: the path up to the `?`, and where the query is. `glued`: options stuck to the hosts. */
export function readPath(after: Part | null, glued: Part | null): Path {
  if (after === null) return { database: null, asRead: null, shown: '', query: null, faults: [] }
  const fragment = after.text.indexOf('#')
  const rest = fragment === -1 ? after : partOf(after, 0, fragment)
  const mark = rest.text.indexOf('?')
  const query = mark === -1 ? null : partOf(rest, mark + 1)
  const path = mark === -1 ? rest : partOf(rest, 0, mark)
  const name = path.text.startsWith('/') ? partOf(path, 1) : path
  const faults: UriFault[] = []
  if (glued !== null) faults.push(gluedFault(glued, ''))
  if (mark > 0 && path.text.endsWith('\\')) {
    faults.push({ kind: 'shell-escape', character: '?', offset: rest.offset + mark - 1, length: 2 })
  }
  if (path.text === '') return { database: null, asRead: null, shown: shownGlued(glued), query, faults }
  const cut = gluedAt(name.text)
  const database = decodeLeniently(cut === -1 ? name.text : name.text.slice(0, cut))
  if (cut !== -1) faults.push(gluedFault(partOf(name, cut), visible(database)))
  const isSocket = glued === null && /\.sock(?:\/|$)/.test(name.text)
  if (isSocket) {
    faults.push({ kind: 'host-missing', meant: 'socket', offset: name.offset, length: name.text.length })
  }
  const tail = cut === -1 ? '' : shownGlued(partOf(name, cut))
  return {
    database: database === '' || isSocket ? null : visible(database).slice(0, 256),
    asRead: database === '' && tail === '' ? null : `${visible(database).slice(0, 256)}${tail}`,
    shown: `${shownGlued(glued)}/${visible(cut === -1 ? name.text : name.text.slice(0, cut))}${tail}`,
    query,
    faults,
  }
}

/** Options stuck to the last host, for want of a `/?`. */
export function cutGlued(hosts: Part): { readonly list: Part; readonly glued: Part | null } {
  const cut = hosts.text.indexOf('&')
  if (cut === -1 || !hosts.text.includes('=', cut)) return { list: hosts, glued: null }
  return { list: partOf(hosts, 0, cut), glued: partOf(hosts, cut) }
}

/** Where options begin within a path: at the `&`, or at the name before the first `=`. */
function gluedAt(name: string): number {
  const amp = name.indexOf('&')
  if (amp !== -1) return amp
  return /^[a-z]\w*=/i.test(name) ? 0 : -1
}

function gluedFault(part: Part, database: string): UriFault {
  return { kind: 'options-glued', database, offset: part.offset, length: part.text.length }
}

/** Glued options pass through the same sieve as real ones. */
function shownGlued(part: Part | null): string {
  if (part === null) return ''
  const lead = part.text.startsWith('&') ? '&' : ''
  return `${lead}${readQuery(partOf(part, lead.length)).shown}`
}
