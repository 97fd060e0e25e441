import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-auth-options',
  symptoms: [
    {
      driver: 'node',
      pattern: /authMechanism one of [\w,-]{10,200}, got (?!MONGODB-CR)/,
      certainty: 'certain',
      sample: `MongoParseError: authMechanism one of MONGODB-AWS,DEFAULT,GSSAPI,PLAIN,SCRAM-SHA-1,SCRAM-SHA-256,MONGODB-X509,MONGODB-OIDC, got FOO`,
    },
    {
      driver: 'node',
      pattern:
        /Username required for mechanism '|Password not allowed for mechanism |requires an authSource of '\$external'/,
      certainty: 'certain',
      sample: `MongoMissingCredentialsError: Username required for mechanism 'SCRAM-SHA-256'`,
    },
    {
      driver: 'node',
      pattern: /username and password cannot be provided when using MONGODB-AWS/,
      certainty: 'certain',
      sample: `MongoAPIError: username and password cannot be provided when using MONGODB-AWS. Credentials must be provided in a manner that can be read by the AWS SDK.`,
    },
    {
      driver: 'node',
      pattern: /URI contained empty userinfo section/,
      certainty: 'certain',
      sample: `MongoParseError: URI contained empty userinfo section`,
    },
    {
      driver: 'pymongo',
      pattern:
        /A username is required|authentication mechanism requires|Passwords are not supported by MONGODB-X509|authsource must be \$external|authMechanism must be in/i,
      certainty: 'likely',
      sample: `pymongo.errors.ConfigurationError: Passwords are not supported by MONGODB-X509`,
    },
    {
      driver: 'go',
      pattern:
        /error validating (?:uri|credentials): (?:username|password|auth source|auth mechanism)|invalid auth mechanism/,
      certainty: 'likely',
      sample: `error validating uri: username required for SCRAM-SHA-256`,
    },
    {
      driver: 'java',
      pattern:
        /is not a supported authentication mechanism|username can not be null|password must be (?:null|specified) for|source must be '\$external'/i,
      certainty: 'likely',
      sample: `java.lang.IllegalArgumentException: username can not be null`,
    },
  ],
}
