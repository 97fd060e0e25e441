import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-option-obsolete',
  symptoms: [
    {
      driver: 'node',
      pattern: /authMechanism one of [\w,-]{10,200}, got MONGODB-CR/,
      certainty: 'certain',
      sample: `MongoParseError: authMechanism one of MONGODB-AWS,DEFAULT,GSSAPI,PLAIN,SCRAM-SHA-1,SCRAM-SHA-256,MONGODB-X509,MONGODB-OIDC, got MONGODB-CR`,
    },
    {
      driver: 'node',
      pattern: /\b(?:j|wtimeout|fsync|timeoutMS) is a deprecated option/,
      certainty: 'certain',
      sample: `Warning: j is a deprecated option: Please use journal instead`,
    },
    {
      driver: 'any',
      pattern:
        /Auth mechanism not specified.{0,80}MONGODB-CR|MONGODB-CR.{0,80}(?:not supported|removed|is not enabled|unsupported)/i,
      certainty: 'likely',
      sample: `MongoError: Failed to authenticate: MONGODB-CR is not supported by this server`,
    },
    {
      driver: 'any',
      pattern:
        /(?:ENOTFOUND|no such host|Name or service not known|UnknownHostException)[^\n]{0,120}\.mlab\.com/,
      certainty: 'certain',
      sample: `MongoNetworkError: failed to connect to server [ds012345.mlab.com:12345] on first connect [Error: getaddrinfo ENOTFOUND ds012345.mlab.com]`,
    },
  ],
}
