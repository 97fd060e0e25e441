import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-not-mongodb',
  symptoms: [
    {
      driver: 'pymongo',
      pattern: /Got response id 808465440 but expected/,
      certainty: 'certain',
      sample: 'pymongo.errors.ProtocolError: Got response id 808465440 but expected 1804289383',
    },
    {
      driver: 'any',
      // The first four bytes of "HTTP" and of "SSH-", read as a length.
      pattern: /\b(?:1347703880|759714643)\b/,
      certainty: 'certain',
      sample: 'MongoParseError: Invalid message size: 1347703880, max allowed: 67108864',
    },
    {
      driver: 'go',
      pattern: /malformed message length: (?:1347703880|759714643)\b/,
      certainty: 'certain',
      sample: 'connection(127.0.0.1:8080[-3]) malformed message length: 1347703880',
    },
  ],
}
