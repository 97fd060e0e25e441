import type { BsonDocument, BsonValue } from './bson-read.ts'
import { isDocument, isList } from './fields.ts'

// A set has 50 members at most. A driver opens connections to everyone whom a hello names.
const mostMembers = 64

/**
 * What no driver can read in a hello, in words; null when there is nothing. Drivers trust the fields by which they follow a
 * deployment: the official one (7.9) throws on a wrong type outside of any call, which ends the application.
 */
export function helloFault(reply: BsonDocument): string | null {
  for (const [name, { is, fits }] of fields) {
    const value = reply.get(name)
    if (value === undefined || value === null || fits(value)) continue
    return `${name} is no ${is}`
  }
  const members = memberLists.flatMap((name) => listIn(reply, name))
  if (members.length > mostMembers) return `it names ${members.length} members, and a set has at most 50`
  const address = members.find((member) => typeof member !== 'string' || !isAddress(member))
  return address === undefined ? null : 'it names a member by what is no host and port'
}

interface Kind {
  readonly is: string
  fits(value: BsonValue): boolean
}

const list: Kind = { is: 'list', fits: isList }
const text: Kind = { is: 'text', fits: (value) => typeof value === 'string' }
const document: Kind = { is: 'document', fits: isDocument }
const objectId: Kind = { is: 'object id', fits: isObjectId }
const topologyVersion: Kind = {
  is: 'document of a process and a counter',
  fits: (value) => isDocument(value) && isObjectId(value.get('processId')) && isWhole(value.get('counter')),
}
const clusterTime: Kind = {
  is: 'document with a timestamp',
  fits: (value) => isDocument(value) && typeof value.get('clusterTime') === 'bigint',
}

const memberLists = ['hosts', 'passives', 'arbiters'] as const

const fields: readonly (readonly [string, Kind])[] = [
  ...memberLists.map((name) => [name, list] as const),
  ['setName', text],
  ['me', text],
  ['primary', text],
  ['electionId', objectId],
  ['topologyVersion', topologyVersion],
  ['tags', document],
  ['lastWrite', document],
  ['compression', list],
  ['$clusterTime', clusterTime],
]

function listIn(reply: BsonDocument, name: string): readonly BsonValue[] {
  const value = reply.get(name)
  return isList(value) ? value : []
}

function isObjectId(value: BsonValue | undefined): boolean {
  return typeof value === 'object' && value !== null && 'objectId' in value
}

function isWhole(value: BsonValue | undefined): boolean {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))
}

/** As the official driver takes an address apart. */
function isAddress(member: string): boolean {
  const escaped = member.replaceAll(' ', '%20')
  try {
    if (escaped.endsWith('.sock')) return decodeURIComponent(escaped) !== ''
    const { hostname, port } = new URL(`mongodb://${escaped}`)
    return decodeURIComponent(hostname) !== '' && port !== '0'
  } catch {
    // Neither the URL parser nor the decoder takes it; then the driver does not either.
    return false
  }
}
