import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-option-obsolete',
  confirm:
    'Remove the option or mechanism that the message names; SCRAM replaced MONGODB-CR in MongoDB 3.0 and the server dropped it in 4.0.',
  symptoms: [
    {
      driver: 'any',
      pattern: /MONGODB-CR\b/,
      with: [/not supported|unsupported|unknown|one of|removed|deprecated|must be/],
      unless: [/credentials missing/],
      certainty: 'likely',
      weight: 3,
      sample:
        'MongoParseError: authMechanism one of MONGODB-AWS,DEFAULT,GSSAPI,PLAIN,SCRAM-SHA-1,SCRAM-SHA-256,MONGODB-X509, got MONGODB-CR',
    },
    {
      driver: 'any',
      pattern:
        /\bgot MONGODB-CR\b|MONGODB-CR (?:is|was|has been|authentication) (?:removed|not|deprecated|no longer|mechanism)/,
      certainty: 'likely',
      weight: 1,
      sample: 'ValueError: MONGODB-CR is no longer supported',
    },
    {
      driver: 'any',
      pattern: /\.mlab\.com\b|\.mongolab\.com\b|\.mongohq\.com\b/,
      certainty: 'likely',
      sample:
        'MongoNetworkError: failed to connect to server [ds012345.mlab.com:41234] on first connect [Error: getaddrinfo ENOTFOUND ds012345.mlab.com]',
    },
    {
      driver: 'node',
      pattern:
        /The (?:`|')?(?:j|wtimeout|fsync|keepAlive|keepAliveInitialDelay|autoReconnect)(?:`|')? (?:option|parameter)[^\n]{0,40}(?:deprecated|removed|not supported)/,
      certainty: 'likely',
      sample: `MongoParseError: The 'j' option is deprecated, use journal`,
    },
    {
      driver: 'node',
      pattern: /current (?:URL string parser|Server Discovery and Monitoring engine) is deprecated/,
      certainty: 'possible',
      weight: -6,
      sample:
        '(node:23) DeprecationWarning: current URL string parser is deprecated, and will be removed in a future version.',
    },
    {
      driver: 'node',
      pattern: /Warning: (?:j|wtimeout|fsync|keepAlive) is a deprecated option/,
      certainty: 'certain',
      yields: true,
      sample: 'Warning: j is a deprecated option: Please use journal instead',
    },
    {
      driver: 'any',
      pattern: /no such c(?:ommand|md):? '?getnonce/,
      certainty: 'likely',
      weight: 2,
      sample: `MongoDB\\\\Driver CommandException: no such command: getnonce`,
    },
    {
      driver: 'go',
      pattern: /error parsing uri: invalid auth mechanism/,
      certainty: 'possible',
      weight: 5,
      sample: 'error parsing uri: invalid auth mechanism',
    },
  ],
}
