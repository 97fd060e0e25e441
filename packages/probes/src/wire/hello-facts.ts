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
    localTime: timeOf(reply),
    topologyVersion: topologyVersionOf(reply),
    setVersion: numberOf(reply, 'setVersion'),
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

function timeOf(reply: BsonDocument): string | null {
  const time = reply.get('localTime')
  return time instanceof Date && !Number.isNaN(time.getTime()) ? time.toISOString() : null
}

function topologyVersionOf(reply: BsonDocument): string | null {
  const version = documentOf(reply, 'topologyVersion')
  const process = version?.get('processId')
  const counter = version?.get('counter')
  if (typeof process !== 'object' || process === null || !('objectId' in process)) return null
  return `${process.objectId}:${typeof counter === 'number' || typeof counter === 'bigint' ? counter : '?'}`
}
