import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-x509',
  symptoms: [
    {
      driver: 'any',
      pattern: /No verified subject name available from client/,
      certainty: 'certain',
      sample: 'MongoServerError: No verified subject name available from client',
    },
    {
      driver: 'any',
      pattern: /Could not find user \\?"(?:[A-Z]{1,12}=[^"]{1,400})\\?" for db \\?"\$external\\?"/,
      certainty: 'certain',
      sample: 'UserNotFound: Could not find user "CN=reports,OU=apps,O=Example" for db "$external"',
    },
    {
      driver: 'any',
      pattern: /There is no x\.509 client certificate matching the user/,
      certainty: 'certain',
      sample: 'MongoServerError: There is no x.509 client certificate matching the user.',
    },
    {
      driver: 'any',
      pattern: /SSL support is required for the MONGODB-X509 mechanism/,
      certainty: 'certain',
      sample: 'MongoServerError: SSL support is required for the MONGODB-X509 mechanism.',
    },
    {
      driver: 'any',
      pattern: /provided certificate can only be used for cluster authentication, not client authentication/,
      certainty: 'certain',
      sample:
        'The provided certificate can only be used for cluster authentication, not client authentication. The current configuration does not allow x.509 cluster authentication, check the --clusterAuthMode flag',
    },
    {
      driver: 'java',
      pattern: /Exception authenticating MongoCredential\{mechanism=MONGODB-X509/,
      certainty: 'likely',
      sample:
        "com.mongodb.MongoSecurityException: Exception authenticating MongoCredential{mechanism=MONGODB-X509, userName='null', source='$external', password=<hidden>, mechanismProperties=<hidden>}",
    },
    {
      driver: 'go',
      pattern: /unable to authenticate using mechanism "MONGODB-X509"/,
      certainty: 'likely',
      sample:
        'auth error: round trip error: unable to authenticate using mechanism "MONGODB-X509": (AuthenticationFailed) Authentication failed.',
    },
  ],
}
