import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-egress-blocked',
  confirm:
    'mongowhy --control HOST:PORT, with a host of which you know that it listens on such a port; or the same from a phone’s hotspot.',
  symptoms: [
    {
      driver: 'any',
      pattern: /portquiz\.net[^\n]{0,60}27017[^\n]{0,80}(?:timed out|timeout|Failed|no answer)/i,
      certainty: 'likely',
      sample: 'curl: (28) Failed to connect to portquiz.net port 27017 after 21043 ms: Timeout was reached',
    },
    {
      driver: 'any',
      pattern:
        /connect (?:EPERM|EACCES) (?:\d{1,3}\.){3}\d{1,3}:\d{2,5}|connect: (?:operation not permitted|permission denied)/,
      certainty: 'certain',
      sample: 'connect EPERM 198.51.100.7:27017 - Local (0.0.0.0:0)',
    },
    {
      driver: 'any',
      pattern: /\[Errno 1\] Operation not permitted|WinError 10013/,
      certainty: 'likely',
      sample:
        'db.example.com:27017: [WinError 10013] An attempt was made to access a socket in a way forbidden by its access permissions',
    },
  ],
}
