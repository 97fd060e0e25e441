import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-frozen-sockets',
  symptoms: [
    {
      driver: 'node',
      pattern: /connection (?:<monitor>|\d{1,9}) to \S{1,300} (?:timed out|closed)/,
      with: [
        /\b(?:AWS_LAMBDA|Lambda|serverless|Vercel|Netlify|Cloud Functions?|Azure Functions?|Runtime\.\w{1,40})\b/i,
      ],
      certainty: 'possible',
      sample:
        'START RequestId: 6b1 Lambda\nMongoNetworkTimeoutError: connection 3 to cluster0-shard-00-01.ab1cd.mongodb.net:27017 timed out',
    },
    {
      driver: 'any',
      pattern:
        /(?:after (?:a |some )?(?:thaw|idle|sleep|resume|freeze)|Task timed out after \d{1,5}\.\d{1,3} seconds)/i,
      certainty: 'possible',
      sample: '2026-01-05T10:00:00.000Z 6b1 Task timed out after 30.03 seconds',
    },
  ],
}
