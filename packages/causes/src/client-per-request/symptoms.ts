import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'client-per-request',
  symptoms: [
    {
      driver: 'any',
      pattern: /connection refused because (?:there are )?too many open connections/i,
      certainty: 'possible',
      sample:
        '"msg":"Connection refused because there are too many open connections","attr":{"remote":"10.0.0.7:51234","connectionCount":1501}',
    },
    {
      driver: 'node',
      pattern:
        /MaxListenersExceededWarning: Possible EventEmitter memory leak detected\.[^\n]{0,80}topologyDescriptionChanged/,
      certainty: 'likely',
      sample:
        'MaxListenersExceededWarning: Possible EventEmitter memory leak detected. 11 topologyDescriptionChanged listeners added',
    },
    {
      driver: 'any',
      pattern: /connections? % of configured limit has gone above/i,
      certainty: 'likely',
      sample: 'Alert: Connections % of configured limit has gone above 80',
    },
  ],
}
