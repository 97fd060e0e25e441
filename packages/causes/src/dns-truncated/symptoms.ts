import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-truncated',
  symptoms: [
    {
      driver: 'any',
      pattern: /;; (?:Truncated, retrying in TCP mode|Connection to [\d.a-f:]{2,45}#53[^\n]{0,60} failed)/,
      certainty: 'likely',
      sample:
        ';; Truncated, retrying in TCP mode.\n;; Connection to 10.0.0.2#53(10.0.0.2) for _mongodb._tcp.cluster0.ab1cd.mongodb.net failed: connection refused.',
    },
    {
      driver: 'go',
      pattern:
        /lookup [\w.-]{1,200}[^\n]{0,80}: (?:dial|read) tcp [\d.a-f:[\]]{2,60}:53: (?:i\/o timeout|connect: connection refused)/,
      certainty: 'certain',
      sample:
        'error parsing uri: lookup _mongodb._tcp.cluster0.ab1cd.mongodb.net on 10.0.0.2:53: dial tcp 10.0.0.2:53: i/o timeout',
    },
    {
      driver: 'pymongo',
      pattern: /Do53 over TCP|dns\.message\.Truncated/,
      certainty: 'possible',
      sample:
        'The resolution lifetime expired after 21.6 seconds: Server Do53:10.0.0.2@53 answered The DNS operation timed out. dns.message.Truncated',
    },
  ],
}
