import type { BsonDocument } from './bson-read.ts'
import { documentOf } from './fields.ts'

/** Every field that some release of MongoDB's own server puts into a hello reply. */
const known = new Set(
  (
    'ok errmsg code codeName ismaster isWritablePrimary helloOk topologyVersion hosts passives arbiters setName setVersion ' +
    'secondary primary me electionId lastWrite arbiterOnly passive hidden tags buildIndexes slaveDelay secondaryDelaySecs ' +
    'info isreplicaset msg maxBsonObjectSize maxMessageSizeBytes maxWriteBatchSize localTime localTimeMS ' +
    'logicalSessionTimeoutMinutes connectionId minWireVersion maxWireVersion readOnly compression saslSupportedMechs ' +
    'speculativeAuthenticate serviceId isImplicitDefaultMajorityWC cwwc $clusterTime operationTime $configServerState ' +
    '$configTime $topologyTime $gleStats $replData $oplogQueryData lastCommittedOpTime configsvr ' +
    'automationServiceDescriptor isSelf opTime lsid hangUpOnStepDown sslMode incompatibleWithInternalClient'
  ).split(' '),
)

/** Top-level fields that MongoDB's own server does not send, at most 16; a known sign one level down is added in full. */
export function foreignFieldsOf(reply: BsonDocument): readonly string[] {
  const found = [...reply.keys()].filter((name) => !known.has(name)).map((name) => name.slice(0, 64))
  const below = [...(documentOf(reply, 'internal')?.keys() ?? [])].map(
    (name) => `internal.${name.slice(0, 64)}`,
  )
  return [...found, ...below].slice(0, 16)
}
