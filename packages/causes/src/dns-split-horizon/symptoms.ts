import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-split-horizon',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:ETIMEDOUT|timed out|i\/o timeout|EHOSTUNREACH|No route to host)[^\n]{0,120}\b(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}\b/,
      certainty: 'possible',
      sample: 'connect ETIMEDOUT 10.8.0.12:27017',
    },
    {
      driver: 'any',
      pattern:
        /(?:ENOTFOUND|no such host|Name or service not known)[^\n]{0,80}(?:-pl-\d|privatelink|-pri)[\w-]{0,40}\./,
      certainty: 'likely',
      sample: 'getaddrinfo ENOTFOUND pl-0-us-east-1-pl-0.ab1cd.mongodb.net',
    },
  ],
}
