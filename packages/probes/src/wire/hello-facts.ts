import type { HelloFacts, MemberRole } from '@mongowhy/core'

import type { BsonDocument } from './bson-read.ts'
import { documentOf, flagOf, isList, numberOf, textOf, textsOf } from './fields.ts'
import { foreignFieldsOf } from './foreign-fields.ts'

/** What a hello reply says, bounded; control characters are kept as data, renderers escape them. */
export function helloFacts(reply: BsonDocument): HelloFacts {
  return {
    role: roleOf(reply),
    setName: textOf(reply, 'setName'),
    me: textOf(reply, 'me'),
    hosts: textsOf(reply, 'hosts'),
    passives: textsOf(reply, 'passives'),
    arbiters: textsOf(reply, 'arbiters'),
    primary: textOf(reply, 'primary'),
    hidden: flagOf(reply, 'hidden'),
    minWireVersion: numberOf(reply, 'minWireVersion') ?? 0,
    maxWireVersion: numberOf(reply, 'maxWireVersion') ?? 0,
    helloOk: flagOf(reply, 'helloOk'),
    serviceId: reply.has('serviceId'),
    readOnly: flagOf(reply, 'readOnly'),
    compression: textsOf(reply, 'compression'),
    saslSupportedMechs: isList(reply.get('saslSupportedMechs')) ? textsOf(reply, 'saslSupportedMechs') : null,
    localTime: dateOf(reply.get('localTime')),
    topologyVersion: topologyVersionOf(reply),
    setVersion: numberOf(reply, 'setVersion'),
    tags: tagsOf(reply),
    lastWriteDate: dateOf(documentOf(reply, 'lastWrite')?.get('lastWriteDate')),
    foreignFields: foreignFieldsOf(reply),
  }
}

/** As the server discovery and monitoring specification reads a hello. */
function roleOf(reply: BsonDocument): MemberRole {
  if (flagOf(reply, 'isreplicaset')) return 'ghost'
  if (reply.get('msg') === 'isdbgrid') return reply.has('serviceId') ? 'load-balanced' : 'mongos'
  if (textOf(reply, 'setName') === null) return reply.has('serviceId') ? 'load-balanced' : 'standalone'
  if (flagOf(reply, 'isWritablePrimary') || flagOf(reply, 'ismaster')) return 'primary'
  if (flagOf(reply, 'secondary')) return 'secondary'
  return flagOf(reply, 'arbiterOnly') ? 'arbiter' : 'recovering'
}

function dateOf(time: unknown): string | null {
  return time instanceof Date && !Number.isNaN(time.getTime()) ? time.toISOString() : null
}

// As many as anyone has use for; each is kept as short as a set's configuration would have it.
const maxTags = 32

function tagsOf(reply: BsonDocument): Readonly<Record<string, string>> {
  const tags = documentOf(reply, 'tags')
  return Object.fromEntries(
    [...(tags?.entries() ?? [])]
      .slice(0, maxTags)
      .flatMap(([name, value]) =>
        typeof value === 'string' ? [[name.slice(0, 128), value.slice(0, 128)]] : [],
      ),
  )
}

function topologyVersionOf(reply: BsonDocument): string | null {
  const version = documentOf(reply, 'topologyVersion')
  const process = version?.get('processId')
  const counter = version?.get('counter')
  if (typeof process !== 'object' || process === null || !('objectId' in process)) return null
  return `${process.objectId}:${typeof counter === 'number' || typeof counter === 'bigint' ? counter : '?'}`
}
