import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-frozen-sockets',
  confirm:
    'Note how long the function slept before the failing call: failures only after a thaw, on sockets older than the freeze, settle it.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'in:serverless',
      with: [
        /connection (?:\d{1,6}|<monitor>) to \S{1,200} (?:timed out|closed)|read ETIMEDOUT|ECONNRESET|frozen|thaw|warm|second (?:invocation|request)|(?:read|write) (?:EPIPE|ECONN)/i,
      ],
      unless: [/ENOTFOUND|ECONNREFUSED|alert|querySrv/],
      certainty: 'likely',
      weight: 3,
      sample:
        'Task timed out after 10.01 seconds (AWS Lambda, MongoNetworkTimeoutError: connection 5 to 203.0.113.9:27017 timed out)',
    },
    {
      driver: 'any',
      pattern:
        /(?:frozen|freez\w{1,3}|thaw\w{0,3}|suspend\w{0,3}|laptop sleep|after sleep|hibernat\w{1,4})[^\n]{0,200}(?:timed? ?out|socket|connection|heartbeat)|(?:timed? ?out|socket|connection|heartbeat)[^\n]{0,200}(?:frozen|thaw\w{0,3}|after (?:sleep|resume|waking))/i,
      with: [/mongo/i],
      certainty: 'possible',
      weight: 9,
      sample:
        'The Lambda is frozen between invocations and the sockets are dead after the thaw: connection 3 timed out (MongoNetworkTimeoutError)',
    },
  ],
}
