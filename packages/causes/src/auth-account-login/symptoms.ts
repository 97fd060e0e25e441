import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-account-login',
  confirm:
    'Look at the user name in the string: an e-mail address is the login of the website; make a database user under Database Access and use that.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /:\/\/[\w.+-]{1,60}(?:%40|@)[\w-]{1,40}\.(?:com|net|org|io|de|in|co|edu|dev|me)(?::[^\s@]{0,80})?@/i,
      with: [/bad auth|[Aa]uthentication ?[Ff]ailed|AtlasError/],
      certainty: 'likely',
      weight: 6,
      sample: `mongodb+srv://ada%40example.com:pw@cluster0.ab1cd.mongodb.net
MongoServerError: bad auth : authentication failed`,
    },
    {
      driver: 'any',
      pattern:
        /(?:user(?:name)?|userName|principalName|--username|-u)["']?[ =:]{1,3}["']?[\w.+-]{1,60}@[\w-]{1,40}\.(?:com|net|org|io|de|in|co|edu|dev|me)\b/i,
      with: [/bad auth|[Aa]uthentication ?[Ff]ailed|AtlasError/],
      certainty: 'likely',
      weight: 5,
      sample: `userName='ada@example.com' bad auth : authentication failed`,
    },
    {
      driver: 'any',
      pattern: /bad auth ?: ?[Aa]uthentication failed/,
      with: [/e-?mail|@gmail\.com|google (?:account|login)|atlas account|sign(?:ed)? in/i],
      certainty: 'possible',
      weight: 1,
      sample: 'I sign in with my e-mail and password: bad auth : authentication failed',
    },
    {
      driver: 'java',
      pattern: /userName='[\w.+-]{1,60}@[\w-]{1,40}\.(?:com|net|org|io|de|in|co|edu|dev|me)'/,
      unless: [/mechanism=(?:GSSAPI|MONGODB)/],
      certainty: 'likely',
      weight: 6,
      sample: `com.mongodb.MongoSecurityException: Exception authenticating MongoCredential{mechanism=SCRAM-SHA-1, userName='ada@example.com', source='admin', password=<hidden>, mechanismProperties=<hidden>}`,
    },
  ],
}
