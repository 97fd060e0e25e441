import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-private-path-broken',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /-pri\.[\w-]{1,40}\.mongodb\.net:\d{2,5}[^\n]{0,120}(?:timed out|timeout|ETIMEDOUT|No route to host|EHOSTUNREACH)/i,
      certainty: 'likely',
      sample:
        'cluster0-shard-00-00-pri.ab1cd.mongodb.net:27017: timed out (configured timeouts: connectTimeoutMS: 20000.0ms)',
    },
    {
      driver: 'any',
      pattern:
        /(?:\bpl-\d-[\w-]{1,60}|-pl-\d)\.[\w.-]{1,60}:\d{4,5}[^\n]{0,120}(?:timed out|timeout|ETIMEDOUT|No route to host|EHOSTUNREACH)/i,
      certainty: 'likely',
      sample: 'pl-0-eu-west-1.ab1cd.mongodb.net:1024: connection timed out',
    },
    {
      driver: 'any',
      pattern: /privatelink\.[\w.-]{1,80}[^\n]{0,120}(?:timed out|timeout|ETIMEDOUT)/i,
      certainty: 'likely',
      sample: 'dial tcp: db.privatelink.mongo.cosmos.azure.com:10255: i/o timeout',
    },
  ],
}
