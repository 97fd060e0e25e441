import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'atlas-host-changed',
  confirm: 'Copy the connection string anew from Atlas (Connect, Drivers) and compare the host names.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:migrat\w{1,4}|upgrad\w{1,4}|mov\w{1,3}|convert\w{0,3})[^\n]{0,80}(?:M2|M5|M0|serverless|shared|Flex|M10)|(?:M2|M5|serverless|shared tier)[^\n]{0,80}(?:Flex|deprecat\w{1,4}|migrat\w{1,4}|retired|end of life)/i,
      certainty: 'possible',
      weight: 9,
      sample:
        'After the serverless instance was migrated to Flex: querySrv ENOTFOUND _mongodb._tcp.serverlessinstance0.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern: /serverlessinstance\d{0,3}\.[\w-]{2,20}\.mongodb\.net|-lb\.[\w-]{2,20}\.mongodb\.net/,
      certainty: 'possible',
      weight: 3,
      sample: 'querySrv ENOTFOUND _mongodb._tcp.serverlessinstance0.ab1cd.mongodb.net',
    },
  ],
}
