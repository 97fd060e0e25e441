import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-x509',
  confirm: `Print the certificate's subject as the server reads it (\`openssl x509 -in client.pem -noout -subject -nameopt RFC2253\`) and see whether a user of that name is in $external.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /No verified subject name available from client|Could not find user \\?"?[^"\n]{0,200}\\?"? for db \\?"?\$external|CN=[^\n]{1,60}@\$external|@\$external|MONGODB-X509[^\n]{0,200}(?:fail\w{0,2}|error|not|denied|invalid)|no verified subject|There is no x\.?509 client certificate matching the user|x\.?509[^\n]{0,60}(?:authentication )?fail\w{0,2}|X509[^\n]{0,80}(?:Could not find|AuthenticationFailed)|Username "[^"\n]{1,200}" does not match the provided client certificate/i,
      unless: [/arn:aws|MONGODB-AWS|GSSAPI|OIDC/],
      certainty: 'likely',
      weight: 5,
      sample: 'MongoServerError: Could not find user "CN=ada,OU=clients" for db "$external"',
    },
    {
      driver: 'any',
      pattern:
        /No verified subject name available from client|There is no x\.?509 client certificate matching the user|Username "[^"\n]{1,200}" does not match the provided client certificate/i,
      certainty: 'certain',
      weight: 4,
      sample: 'AuthenticationFailed: No verified subject name available from client',
    },
    {
      driver: 'any',
      pattern:
        /SSL support is required for the MONGODB-X509 mechanism|certificate can only be used for cluster authentication|does not allow x\.509 cluster authentication/,
      certainty: 'certain',
      weight: 3,
      sample: 'MongoServerError: SSL support is required for the MONGODB-X509 mechanism.',
    },
    {
      driver: 'any',
      pattern: /mechanism=MONGODB-X509|mechanism "MONGODB-X509"/,
      certainty: 'likely',
      weight: 3,
      sample: `com.mongodb.MongoSecurityException: Exception authenticating MongoCredential{mechanism=MONGODB-X509, userName='null', source='$external', password=<hidden>, mechanismProperties=<hidden>}`,
    },
    {
      driver: 'java',
      pattern: /X509Authenticator\.\w{1,40}/,
      with: ['server:18'],
      certainty: 'likely',
      weight: 4,
      sample: `com.mongodb.MongoSecurityException: Exception authenticating
	at com.mongodb.internal.connection.X509Authenticator.authenticate(X509Authenticator.java:56)
Caused by: com.mongodb.MongoCommandException: Command execution failed on MongoDB server with error 18 (AuthenticationFailed): 'Authentication failed.'`,
    },
  ],
}
