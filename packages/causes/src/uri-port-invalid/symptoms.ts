import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-port-invalid',
  symptoms: [
    {
      driver: 'node',
      pattern: /MongoRuntimeError: Unable to parse \S{1,200} with URL/,
      certainty: 'likely',
      sample: `MongoRuntimeError: Unable to parse h:99999 with URL`,
    },
    {
      driver: 'node',
      pattern: /Invalid port \(zero\) with hostname/,
      certainty: 'certain',
      sample: `MongoParseError: Invalid port (zero) with hostname`,
    },
    {
      driver: 'pymongo',
      pattern: /Port must be an integer between 0 and 65535/,
      certainty: 'certain',
      sample: `ValueError: Port must be an integer between 0 and 65535`,
    },
    {
      driver: 'pymongo',
      pattern: /Port contains non-digit characters/,
      certainty: 'likely',
      sample: `ValueError: Port contains non-digit characters. Hint: username and password must be escaped according to RFC 3986, use urllib.parse.quote_plus`,
    },
    {
      driver: 'go',
      pattern: /port must be in the range \[1, 65535\]|port must be an integer/,
      certainty: 'certain',
      sample: `error parsing uri: invalid host "h:99999": port must be in the range [1, 65535]`,
    },
  ],
}
