import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'client-per-request',
  confirm:
    'Count the clients that the process makes (log each `new MongoClient`): one a request settles it; keep one and share it.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:connections?)[^\n]{0,60}(?:keep (?:growing|increasing)|grow\w{0,3}|increas\w{1,4}|leak\w{0,3}|pil\w{1,3} up|exhaust\w{0,3}|never closed?)|(?:new|every|each|per)[- ](?:request|invocation|call|query|hot reload)[^\n]{0,60}(?:connect\w{0,4}|MongoClient|client)|(?:MongoClient|connect\(\)|new connection)[^\n]{0,60}(?:every|each|per|on every) (?:request|invocation|call|query|hot reload)|MaxListenersExceededWarning[^\n]{0,200}|connections? % of configured limit/i,
      with: [/mongo/i],
      certainty: 'possible',
      weight: 9,
      sample:
        'connections keep growing with each request: new MongoClient per request (MongoServerSelectionError)',
    },
    {
      driver: 'any',
      pattern: 'in:serverless',
      with: [/too many|connections?[^\n]{0,40}(?:limit|exceed|% of)/i],
      certainty: 'likely',
      weight: 1,
      sample: 'AWS Lambda: connections to the cluster exceed the limit (MongoDB Atlas)',
    },
    {
      driver: 'any',
      pattern: /too many open connections|connection limit|% of (?:the )?configured limit/i,
      certainty: 'possible',
      weight: 2,
      sample: 'connection refused because too many open connections: 504',
    },
    {
      driver: 'node',
      pattern:
        /MaxListenersExceededWarning[^\n]{0,120}(?:topology|server|connection|close|open|error|disconnected)\w{0,30} listeners added/,
      certainty: 'likely',
      weight: 2,
      sample:
        'MaxListenersExceededWarning: Possible EventEmitter memory leak detected. 11 topologyDescriptionChanged listeners added',
    },
  ],
}
