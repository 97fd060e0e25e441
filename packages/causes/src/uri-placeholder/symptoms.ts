import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-placeholder',
  confirm:
    'See whether the string that the program received still has `<`, `>` or a word like db_password where the password belongs; if it does not, the password itself is wrong.',
  symptoms: [
    {
      driver: 'any',
      pattern: /:\/\/[^\s:@/]{0,80}:(?:<|%3C)[\w %-]{1,40}(?:>|%3E)@/,
      with: [
        /(?:bad auth|[Aa]uthentication failed|AuthenticationFailed|code: 8000)[\s\S]{0,4000}/,
        /connecting (?:to|with)|uri[:=]|MONGO\w{0,20}=/i,
      ],
      certainty: 'likely',
      weight: 3,
      sample: `mongodb+srv://ada:<db_password>@cluster0.ab1cd.mongodb.net
MongoServerError: bad auth : Authentication failed.`,
    },
    {
      driver: 'any',
      pattern: /:\/\/[^\s:@/]{0,80}:(?:<|%3C)[\w %-]{1,40}(?:>|%3E)@/,
      with: [/bad auth|[Aa]uthentication failed|AuthenticationFailed/],
      certainty: 'possible',
      weight: 2,
      sample: `mongoose.connect('mongodb+srv://ada:<password>@cluster0.ab1cd.mongodb.net')
MongoServerError: bad auth : Authentication failed.`,
    },
    {
      driver: 'any',
      pattern:
        /:\/\/[^\s@/]{0,80}(?:your[_-]?(?:user\w{0,5}|pass\w{0,5})|db_password|PASSWORD|xxxxx)[^\s@/]{0,20}@/,
      with: [/bad auth|[Aa]uthentication failed|AuthenticationFailed/],
      certainty: 'likely',
      weight: 2,
      sample: `mongodb://ada:db_password@db.test/
MongoServerError: Authentication failed.`,
    },
    {
      driver: 'any',
      pattern:
        /(?:getaddrinfo|querySrv|queryTxt|lookup|resolve|Unable to parse|host)[^\n]{0,40}(?:<(?:cluster|host|server|your|db|mongo)[\w -]{0,40}>|(?:your|my)[-_](?:cluster|host|server)\b|xxxxx\.mongodb\.net|<cluster)/i,
      certainty: 'likely',
      weight: 3,
      sample: 'Error: querySrv ENOTFOUND _mongodb._tcp.<cluster-url>',
    },
    {
      driver: 'any',
      pattern:
        /Unable to parse <[\w-]{1,60}>|Port must be an integer[^\n]{0,40}<port>|invalid host "?<|ENOTFOUND <|getaddrinfo ENOTFOUND (?:host|hostname|your-host|server)\b/,
      certainty: 'likely',
      weight: 2,
      sample: 'MongoRuntimeError: Unable to parse <host>:<port> with URL',
    },
    {
      driver: 'node',
      pattern: /Password contains an illegal unescaped character/,
      certainty: 'possible',
      weight: 2,
      sample: 'Error: Password contains an illegal unescaped character',
    },
  ],
}
