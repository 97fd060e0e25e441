import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-bind-ip',
  confirm: 'On the server: ss -ltnp | grep 27017. 127.0.0.1 alone there settles it.',
  symptoms: [
    {
      driver: 'any',
      pattern: /\b127\.0\.0\.1:27017\s{1,12}0\.0\.0\.0:\*\s{1,12}(?:LISTEN|users:)/,
      certainty: 'likely',
      sample: 'LISTEN 0 4096 127.0.0.1:27017 0.0.0.0:* users:(("mongod",pid=812,fd=14))',
    },
    {
      driver: 'any',
      pattern: /ECONNREFUSED (?!127\.|0\.0\.0\.0|::1)(?:\d{1,3}\.){3}\d{1,3}:27017/,
      certainty: 'possible',
      weight: -2,
      sample: 'connect ECONNREFUSED 192.0.2.10:27017',
    },
  ],
}
