import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-rejected',
  symptoms: [
    {
      driver: 'any',
      pattern: /bad auth ?: authentication failed/i,
      certainty: 'certain',
      sample: 'MongoServerError: bad auth : authentication failed',
    },
    {
      driver: 'any',
      pattern: /MongoServerError: Authentication failed\./,
      certainty: 'likely',
      sample: 'MongoServerError: Authentication failed.',
    },
    {
      driver: 'pymongo',
      pattern: /OperationFailure: Authentication failed\.[^\n]{0,40}full error: \{[^}]{0,300}'code': 18/,
      certainty: 'likely',
      sample:
        "pymongo.errors.OperationFailure: Authentication failed., full error: {'ok': 0.0, 'errmsg': 'Authentication failed.', 'code': 18, 'codeName': 'AuthenticationFailed'}",
    },
    {
      driver: 'go',
      pattern:
        /sasl conversation error: unable to authenticate using mechanism "SCRAM-SHA-(?:1|256)": \((?:AtlasError|AuthenticationFailed)\)/,
      certainty: 'likely',
      sample:
        'connection() error occurred during connection handshake: auth error: sasl conversation error: unable to authenticate using mechanism "SCRAM-SHA-1": (AtlasError) bad auth : authentication failed',
    },
    {
      driver: 'java',
      pattern: /Exception authenticating MongoCredential\{mechanism=(?:SCRAM-SHA-(?:1|256)|null)/,
      certainty: 'likely',
      sample:
        "com.mongodb.MongoSecurityException: Exception authenticating MongoCredential{mechanism=SCRAM-SHA-1, userName='ada', source='admin', password=<hidden>, mechanismProperties=<hidden>}",
    },
    {
      driver: 'csharp',
      pattern: /Unable to authenticate using sasl protocol mechanism SCRAM-SHA-(?:1|256)/,
      certainty: 'likely',
      sample:
        'MongoDB.Driver.MongoAuthenticationException: Unable to authenticate using sasl protocol mechanism SCRAM-SHA-1.',
    },
    {
      driver: 'rust',
      pattern: /SCRAM failure: (?:bad auth|Authentication failed)/,
      certainty: 'likely',
      sample: 'Kind: SCRAM failure: bad auth : authentication failed, labels: {}',
    },
  ],
}
