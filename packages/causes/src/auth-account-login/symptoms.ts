import type { Symptoms } from '@mongowhy/core'

// No driver prints the user name beside Atlas's refusal but Java's, and there the name tells.
export const symptoms: Symptoms = {
  code: 'auth-account-login',
  symptoms: [
    {
      driver: 'java',
      pattern:
        /MongoCredential\{mechanism=[^,}]{1,40}, userName='[^'@\s]{1,100}@[^'@\s]{1,100}\.[a-z]{2,24}'/,
      certainty: 'possible',
      sample:
        "com.mongodb.MongoSecurityException: Exception authenticating MongoCredential{mechanism=SCRAM-SHA-1, userName='ada@example.com', source='admin', password=<hidden>, mechanismProperties=<hidden>}",
    },
  ],
}
