import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-option-unknown',
  confirm: `Compare the option's name with the list of connection-string options of the driver version in use, and remove or rename it.`,
  symptoms: [
    {
      driver: 'node',
      pattern: /options? \w{1,60}(?:, \w{1,60}){0,20} (?:is|are) not supported/,
      with: [/mongo/i],
      certainty: 'certain',
      sample: 'MongoParseError: option usenewurlparser is not supported',
    },
    {
      driver: 'node',
      pattern:
        /The '?(?:useNewUrlParser|useUnifiedTopology|useCreateIndex|useFindAndModify|autoReconnect|reconnectTries|poolSize|sslValidate|sslCA)'? option is (?:not supported|no longer)/i,
      certainty: 'certain',
      sample: `MongoParseError: The 'useCreateIndex' option is not supported`,
    },
    {
      driver: 'node',
      pattern:
        /(?:useNewUrlParser|useUnifiedTopology|useCreateIndex|useFindAndModify)[^\n]{0,60}(?:deprecated|has no effect)/,
      certainty: 'possible',
      weight: 2,
      sample:
        '(node:1) [MONGODB DRIVER] Warning: useNewUrlParser is a deprecated option: useNewUrlParser has no effect since Node.js Driver version 4.0.0',
    },
    {
      driver: 'pymongo',
      pattern: /Unknown option:? '?\w{1,60}'?/,
      with: [/pymongo|mongo/i],
      certainty: 'likely',
      yields: true,
      sample:
        'pymongo/common.py: UserWarning: Unknown option: foo. Did you mean one of (w) or maybe a camelCase version of it?',
    },
    {
      driver: 'pymongo',
      pattern:
        /ConfigurationError: Unknown option:? '?\w{1,60}'?|got an unexpected keyword argument '(?:ssl_\w{1,20}|sslmode|useNewUrlParser)'|Unknown option ssl_\w{1,20}/,
      certainty: 'certain',
      sample: 'pymongo.errors.ConfigurationError: Unknown option ssl_cert_reqs',
    },
    {
      driver: 'java',
      pattern: /Connection string contains unsupported option|Unsupported option '\w{1,60}'/,
      certainty: 'likely',
      yields: true,
      sample: `WARNING: Connection string contains unsupported option 'poolsize'.`,
    },
    {
      driver: 'rust',
      pattern:
        /is (?:an invalid|not a recognized|an unrecognized) (?:option|connection string option)|invalid option warning|Unrecognized uri option/i,
      certainty: 'certain',
      sample: 'Error: Kind: An invalid argument was provided: poolsize is an invalid option',
    },
    {
      driver: 'csharp',
      pattern:
        /(?:The )?(?:key|option|keyword) '?\w{1,60}'? is (?:not supported|unknown|not recognized)|Keyword not supported: '\w{1,60}'/i,
      with: [/mongo/i],
      certainty: 'likely',
      sample: `MongoDB.Driver.MongoConfigurationException: Unknown option: the keyword 'poolsize' is not supported`,
    },
    {
      driver: 'go',
      pattern: /unknown (?:uri )?option|unsupported option:/i,
      with: [/mongo|uri/i],
      unless: [/command line/],
      certainty: 'certain',
      sample: 'error parsing uri: unsupported option: poolsize',
    },
    {
      driver: 'php',
      pattern: /Unsupported (?:URI )?option|Unknown (?:URI )?option "?\w{1,60}"?/i,
      unless: [/command line/],
      certainty: 'likely',
      sample: 'MongoDB URI: Unsupported URI option "poolsize"',
    },
    {
      driver: 'ruby',
      pattern: /Unsupported URI option|Unsupported client option/i,
      certainty: 'likely',
      sample: `W, [2024-03-01T10:00:00] WARN -- : MONGODB | Unsupported client option 'poolsize'. It will be ignored.`,
    },
    {
      driver: 'mongo-shell',
      pattern: /unrecogni[sz]ed option:? '?-{0,2}(?:tls|ssl|username|host|authenti|password)\S{0,60}'?/i,
      with: [/mongo/i],
      unless: [/mongod --help|mongos --help/],
      certainty: 'likely',
      sample: `mongo: Error parsing command line: unrecognised option '--tlsCA'`,
    },
    {
      driver: 'java',
      // The JVM takes certificates from its own stores: these options change nothing, and the chain fails for want of them.
      pattern: /Connection string contains unsupported option '(?:tlscafile|tlscertificatekeyfile)'/,
      with: ['verify:untrusted'],
      certainty: 'likely',
      weight: 6,
      sample: `WARN org.mongodb.driver.uri - Connection string contains unsupported option 'tlscafile'.
Caused by: javax.net.ssl.SSLHandshakeException: PKIX path building failed`,
    },
  ],
}
