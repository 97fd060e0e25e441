import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-garbled',
  confirm:
    'Capture the first reply (`tcpdump -w`): the length in its header and what arrives differ, or the stream ends inside a message; find the box or server that cuts it.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /Invalid message size|[Cc]orrupt(?:ed)? BSON|BSONError|BSONRuntimeError|InvalidBSON|invalid document length|objsize too (?:large|small)|not enough data for a BSON document|BSON (?:size|document|object)[^\n]{0,60}(?:invalid|corrupt|not|exceed|buffer|must be)|(?:bson|document) length[^\n]{0,60}(?:invalid|mismatch|negative|exceed)|malformed (?:bson|message|reply)|incomplete read of full message|message (?:was )?cut|IncompleteRead|BsonInvalidOperationException|Invalid (?:BSON|wire)|Failed to (?:decode|deserialize)|unexpected end of (?:bson|message)/i,
      unless: [
        'peer:http',
        'peer:ssh',
        'peer:text',
        'peer:smtp',
        /BSON(?:Type)?Error: (?:Argument passed in|input must be)|BSON version|Cast to ObjectId|hex string/i,
      ],
      certainty: 'likely',
      weight: 1,
      sample: 'bson.errors.InvalidBSON: invalid length or type code',
    },
    {
      driver: 'java',
      pattern:
        /(?:org\.bson\.BsonSerializationException|While decoding a BSON|MongoInternalException: The reply message|Invalid BsonType|Detected unknown BSON type)/,
      unless: ['peer:http', 'peer:ssh', 'peer:text'],
      certainty: 'likely',
      weight: 1,
      sample:
        'org.bson.BsonSerializationException: While decoding a BSON document 4 bytes were required, but only 2 remain',
    },
    {
      driver: 'any',
      pattern:
        /Got response id -?\d{1,6} but expected \d|responseTo \(-?\d{1,12}\) in the response does not match/,
      certainty: 'possible',
      weight: 4,
      sample: 'pymongo.errors.ProtocolError: Got response id 7 but expected 1804289383',
    },
    {
      driver: 'java',
      pattern: /The responseTo \(-?\d{1,12}\) in the response does not match the requestId/,
      certainty: 'likely',
      weight: 2,
      sample:
        'com.mongodb.MongoInternalException: The responseTo (7) in the response does not match the requestId (5) in the request',
    },
    {
      driver: 'c',
      pattern: /Invalid reply from server|Server closed connection/,
      certainty: 'possible',
      weight: 3,
      sample: `[Invalid reply from server. calling hello on '127.0.0.1:45621']`,
    },
    {
      driver: 'any',
      pattern:
        /\bMessage length \d{1,12} over maximum \d{1,12}|Server message is too short|malformed wire message:|Message size cannot be negative|malformed OP_(?:COMPRESSED|REPLY|MSG)/,
      certainty: 'likely',
      weight: 1,
      sample: 'malformed wire message: insufficient bytes (mongo)',
    },
    {
      driver: 'c',
      pattern:
        /Corrupt or malicious reply received|Corrupt compressed OP_QUERY reply|Malformed (?:message|BSON payload) from server/,
      certainty: 'likely',
      weight: 2,
      sample: 'mongoc: Corrupt or malicious reply received.',
    },
  ],
}
