import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-idle-dropped',
  confirm: 'Does the first operation after some quiet minutes fail, and the next one work?',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /\b(?:idle|inactiv\w{1,4}|quiet|overnight|first (?:request|query|operation) (?:after|in the morning))\b[^\n]{0,200}(?:ECONNRESET|reset by peer|broken pipe|EPIPE|closed|timed? ?out)/i,
      certainty: 'likely',
      sample: 'After 10 minutes idle the first query fails: MongoNetworkError: read ECONNRESET',
    },
    {
      driver: 'any',
      pattern: /(?:write EPIPE|\[Errno 32\] Broken pipe|write: broken pipe|SocketException: Broken pipe)/,
      certainty: 'possible',
      sample: 'MongoNetworkError: write EPIPE',
    },
    {
      driver: 'java',
      pattern: /MongoSocketReadException: Prematurely reached end of stream/,
      certainty: 'possible',
      weight: -1,
      sample: 'com.mongodb.MongoSocketReadException: Prematurely reached end of stream',
    },
  ],
}
