import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-oidc',
  symptoms: [
    {
      driver: 'node',
      pattern: /Either a ENVIRONMENT, OIDC_CALLBACK, or OIDC_HUMAN_CALLBACK must be specified/,
      certainty: 'certain',
      sample:
        "MongoInvalidArgumentError: Either a ENVIRONMENT, OIDC_CALLBACK, or OIDC_HUMAN_CALLBACK must be specified for mechanism 'MONGODB-OIDC'.",
    },
    {
      driver: 'node',
      pattern: /is not valid for OIDC authentication with ALLOWED_HOSTS/,
      certainty: 'certain',
      sample:
        "MongoInvalidArgumentError: Host 'db.example.net:27017' is not valid for OIDC authentication with ALLOWED_HOSTS of '*.mongodb.net,localhost'",
    },
    {
      driver: 'node',
      pattern: /User provided OIDC callbacks must return a valid object with an accessToken/,
      certainty: 'certain',
      sample:
        'MongoMissingCredentialsError: User provided OIDC callbacks must return a valid object with an accessToken.',
    },
    {
      driver: 'pymongo',
      pattern: /Refusing to connect to .{1,300}, which is not in authOIDCAllowedHosts/,
      certainty: 'certain',
      sample:
        "pymongo.errors.ConfigurationError: Refusing to connect to db.example.net, which is not in authOIDCAllowedHosts: ['*.mongodb.net']",
    },
    {
      driver: 'any',
      pattern: /OIDC callback timed out/i,
      certainty: 'certain',
      sample: 'OIDC callback timed out',
    },
    {
      driver: 'any',
      pattern: /\(InvalidJWT\)|codeName: 'InvalidJWT'|"codeName": ?"InvalidJWT"/,
      certainty: 'certain',
      sample:
        'auth error: unable to authenticate using mechanism "MONGODB-OIDC": (InvalidJWT) Token is expired',
    },
    {
      driver: 'go',
      pattern:
        /unable to authenticate using mechanism "MONGODB-OIDC": \((?:AuthenticationFailed|AtlasError)\)/,
      certainty: 'likely',
      sample:
        'auth error: sasl conversation error: unable to authenticate using mechanism "MONGODB-OIDC": (AuthenticationFailed) Authentication failed.',
    },
    {
      driver: 'java',
      pattern: /Exception authenticating MongoCredential\{mechanism=MONGODB-OIDC/,
      certainty: 'likely',
      sample:
        "com.mongodb.MongoSecurityException: Exception authenticating MongoCredential{mechanism=MONGODB-OIDC, userName='null', source='$external', password=<hidden>, mechanismProperties=<hidden>}",
    },
  ],
}
