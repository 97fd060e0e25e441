import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-double-encoded',
  confirm:
    'Decode the password in the string once: if %XX is still in it, it was encoded twice; if not, reset the password (auth-rejected).',
  symptoms: [
    {
      driver: 'any',
      pattern: /:\/\/[^\s:@/]{1,80}:[^\s@/]{0,80}%25[0-9A-Fa-f]{2}/,
      with: [/[Aa]uth\w{0,12} failed|bad auth|AuthenticationFailed/],
      certainty: 'likely',
      weight: 1,
      sample: `mongodb+srv://ada:pa%2540ss@cluster0.ab1cd.mongodb.net
MongoServerError: bad auth : authentication failed`,
    },
    {
      driver: 'any',
      pattern: /bad auth ?: [Aa]uthentication failed/,
      with: [/encodeURIComponent|quote_plus|%40|url[ -]?encod/i],
      certainty: 'possible',
      weight: -6,
      sample: `const uri = \`mongodb+srv://ada:\${encodeURIComponent(password)}@cluster0.ab1cd.mongodb.net\`
MongoServerError: bad auth : authentication failed`,
    },
    {
      driver: 'any',
      pattern:
        /:\/\/[^\s:@/]{0,80}%25[0-9A-Fa-f]{2}[^\s@/]{0,80}[:@]|Could not find user \\?"[^"\n]{0,80}%[0-9A-Fa-f]{2}[^"\n]{0,80}"/,
      certainty: 'likely',
      weight: 2,
      sample: 'UserNotFound: Could not find user "ada%40example.com" for db "admin"',
    },
    {
      driver: 'any',
      pattern: /:\/\/[^\s@/]{0,80}%25[0-9A-Fa-f]{2}/,
      certainty: 'likely',
      weight: 1,
      sample: 'MONGODB_URI=mongodb://ada%2540example.com:...@db.example.com/',
    },
  ],
}
