import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-not-mongodb',
  confirm:
    'Look at what listens on that host and port (`curl -v telnet://HOST:PORT`); the number in the message, read as ASCII, is the beginning of its answer.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'peer:http',
      certainty: 'certain',
      weight: 4,
      sample:
        'com.mongodb.MongoInternalException: The reply message length 1347703880 is greater than the maximum message length 48000000',
    },
    {
      driver: 'any',
      pattern: 'peer:ssh',
      certainty: 'certain',
      weight: 4,
      sample: 'MongoParseError: Invalid message size: 759714643, max allowed: 67108864',
    },
    {
      driver: 'any',
      pattern: 'peer:smtp',
      certainty: 'certain',
      weight: 4,
      sample: 'Got response id 757935392 but expected 1',
    },
    {
      driver: 'any',
      pattern: 'peer:text',
      certainty: 'certain',
      weight: 3,
      sample:
        'pymongo.errors.ProtocolError: Message length (1852399941) is larger than server max message size (33554432)',
    },
    {
      driver: 'any',
      pattern: 'peer:line-protocol',
      certainty: 'certain',
      weight: 3,
      sample: 'Message length 1263488811 exceeds the maximum',
    },
    {
      driver: 'any',
      pattern: /It looks like you are trying to access MongoDB over HTTP/,
      certainty: 'certain',
      weight: 3,
      sample: 'It looks like you are trying to access MongoDB over HTTP on the native driver port.',
    },
    {
      driver: 'any',
      pattern:
        /Got response id -?\d{5,12} but expected \d|[Uu]nexpected (?:op ?code|reply)|[Ii]nvalid (?:op ?code|opcode)|Unknown (?:opcode|reply)|length of read message too large|message (?:length|size)[^\n]{0,60}(?:exceeds|greater|larger|less than|too)|Invalid message size|Message length[^\n]{0,40}(?:is larger|is less|not longer)/i,
      certainty: 'likely',
      weight: 2,
      sample: 'pymongo.errors.ProtocolError: Got response id 808465440 but expected 1804289383',
    },
    {
      driver: 'c',
      pattern: /Invalid reply from server\.? calling \w{3,10} on '/,
      certainty: 'likely',
      weight: 2,
      sample: `[Invalid reply from server. calling hello on '127.0.0.1:45621']`,
    },
  ],
}
