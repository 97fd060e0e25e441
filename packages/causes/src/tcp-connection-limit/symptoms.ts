import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-connection-limit',
  confirm:
    'Compare the open connections with the limit (Atlas metrics, `db.serverStatus().connections`) at the time of the failure.',
  symptoms: [
    {
      driver: 'any',
      pattern: /connection refused because too many open connections|too many open connections/i,
      certainty: 'certain',
      weight: 2,
      sample: 'connection refused because too many open connections: 504',
    },
    {
      driver: 'any',
      pattern:
        /connection limit (?:exceeded|reached)|reached (?:the )?(?:maximum|max)[^\n]{0,30}connections|max(?:imum)?(?:imum)?[ _]?(?:Incoming)?[ _]?[Cc]onnections?[^\n]{0,40}(?:exceeded|reached)/i,
      with: [/mongo|conn/i],
      certainty: 'certain',
      weight: 1,
      sample: 'Connection refused: too many connections. maxIncomingConnections reached',
    },
    {
      driver: 'mongod',
      pattern: /"?connection refused because there are too many open connections/i,
      certainty: 'certain',
      sample:
        '{"t":{"$date":"2024-03-01T10:00:00Z"},"s":"I","c":"NETWORK","id":22942,"msg":"Connection refused because there are too many open connections","attr":{"connectionCount":820}}',
    },
    {
      driver: 'node',
      pattern: /connection(?: <monitor>| \d{1,6})? to \S{1,200} closed/,
      unless: ['host:atlas'],
      certainty: 'possible',
      weight: 3,
      sample: 'MongoServerSelectionError: connection <monitor> to 10.0.0.9:27017 closed',
    },
    {
      driver: 'any',
      pattern:
        /Too many connections|(?:% of (?:the )?configured limit|connections? (?:is|are|has|have)[^\n]{0,40}(?:limit|exceed))[^\n]{0,60}/i,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 3,
      sample: 'MongoError: Too many connections (mongo)',
    },
  ],
}
