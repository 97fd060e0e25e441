import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-garbled',
  symptoms: [
    {
      driver: 'node',
      pattern: /Invalid message size: -?\d{1,10}, max allowed: \d{1,10}/,
      certainty: 'likely',
      sample: 'MongoParseError: Invalid message size: 50331648, max allowed: 67108864',
    },
    {
      driver: 'node',
      pattern: /BSONError: (?:Invalid BSON|corrupt|buffer length \d{1,10} must|bson size must be)/i,
      certainty: 'likely',
      sample: 'BSONError: Invalid BSON',
    },
    {
      driver: 'pymongo',
      pattern: /InvalidBSON: |Message length \(\d{1,10}\) is larger than server max message size/,
      certainty: 'likely',
      sample: 'bson.errors.InvalidBSON: objsize too large',
    },
    {
      driver: 'pymongo',
      pattern: /Got response id -?\d{1,10} but expected -?\d{1,10}/,
      certainty: 'possible',
      sample: 'pymongo.errors.ProtocolError: Got response id 7 but expected 1804289383',
    },
    {
      driver: 'java',
      pattern: /The reply message length \d{1,10} is (?:greater|less) than/,
      certainty: 'likely',
      sample:
        'com.mongodb.MongoInternalException: The reply message length 50331648 is greater than the maximum message length 48000000',
    },
    {
      driver: 'java',
      pattern: /The responseTo \(-?\d{1,10}\) in the (?:response|reply) does not match the requestId/,
      certainty: 'likely',
      sample:
        'com.mongodb.MongoInternalException: The responseTo (7) in the response does not match the requestId (5) in the request',
    },
    {
      driver: 'go',
      pattern: /malformed message length: -?\d{1,10}|incomplete read of full message/,
      certainty: 'likely',
      sample: 'connection(127.0.0.1:27017[-3]) incomplete read of full message: unexpected EOF',
    },
  ],
}
