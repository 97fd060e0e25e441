import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-driver-too-old',
  confirm: `Compare the driver's version with the compatibility table for the server's version, and upgrade the driver.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /Unsupported OP_QUERY command: \w{1,40}|The client driver may require an upgrade|OP_QUERY is no longer supported|legacy-opcode-removal/,
      certainty: 'certain',
      weight: 1,
      sample:
        'MongoServerError: Unsupported OP_QUERY command: find. The client driver may require an upgrade. For more details see https://dochub.mongodb.org/core/legacy-opcode-removal',
    },
    {
      driver: 'any',
      pattern: 'server:352',
      certainty: 'certain',
      sample: '"code" : 352, "codeName" : "UnsupportedOpQueryCommand"',
    },
    {
      driver: 'any',
      pattern:
        /(?:Unsupported|unsupported) (?:OP_(?:INSERT|UPDATE|DELETE|GET_MORE|KILL_CURSORS)|opcode)|Unsupported OP_/,
      certainty: 'likely',
      weight: 1,
      sample: 'Unsupported OP_INSERT',
    },
    {
      driver: 'any',
      pattern: /make sure using a MongoDB 3\.4\+ driver/,
      certainty: 'likely',
      weight: 1,
      sample: 'no SNI name sent, make sure using a MongoDB 3.4+ driver/shell.',
    },
    {
      driver: 'any',
      pattern:
        /driver is too old|older than (?:the )?minimum|requires a newer (?:version of the )?driver|This version of the driver is not compatible|please (?:upgrade|update) (?:the|your) driver/i,
      unless: [
        /requires at least|reports maximum|reports wire version \d{1,3}, but this version of the driver requires at least/,
      ],
      certainty: 'likely',
      sample:
        'com.mongodb.MongoIncompatibleDriverException: This version of the driver is not compatible with one or more of the servers to which it is connected',
    },
    {
      driver: 'any',
      pattern:
        /no such c(?:ommand|md):? '?(?:isMaster|ismaster|getnonce|copydbgetnonce|authenticate|group|eval|geoNear)|The '?(?:\$query|cursor)'? option is required|cursor'? option is required, except for aggregate with the explain/,
      certainty: 'likely',
      weight: 1,
      sample: `MongoError: The 'cursor' option is required, except for aggregate with the explain argument`,
    },
    {
      driver: 'any',
      pattern:
        /auth failed[^\n]{0,60}(?:MONGODB-CR|getnonce)|MONGODB-CR[^\n]{0,80}(?:not enabled|failed|disabled|Missing)|AuthenticationFailed: MONGODB-CR credentials missing/,
      certainty: 'likely',
      sample: 'AuthenticationFailed: MONGODB-CR credentials missing in the user document',
    },
    {
      driver: 'node',
      pattern: /Topology was destroyed/,
      certainty: 'possible',
      weight: 4,
      sample: 'MongoError: Topology was destroyed',
    },
    {
      driver: 'any',
      // Servers from 5.0 on check the fields of a command; a driver of their time sends none that they do not know.
      pattern:
        /BSON field '(?:saslStart|saslContinue|hello|isMaster|ismaster|authenticate|count|find|insert|update|delete)\.\w{1,40}' is an unknown field/,
      certainty: 'likely',
      weight: 2,
      sample: `server returned error on SASL authentication step: BSON field 'saslContinue.mechanism' is an unknown field.`,
    },
    {
      driver: 'go',
      pattern: /SASL support not enabled during build/,
      certainty: 'likely',
      weight: 1,
      sample: 'error="SASL support not enabled during build (-tags sasl)" msg="mgo: cannot dial mongodb"',
    },
  ],
}
