import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-shell-quoting',
  confirm:
    'Put the whole connection string between single quotes and run it again; it works, then the shell had cut it at `&`, `?` or `$`.',
  symptoms: [
    {
      driver: 'any',
      pattern: /zsh: no matches found: ['"]?mongodb/,
      certainty: 'certain',
      weight: 2,
      sample: 'zsh: no matches found: mongodb://ada@db.test/app?retryWrites=true',
    },
    {
      driver: 'any',
      pattern: /(?:bash|zsh|sh)?:? ?!\S{0,80}: event not found/,
      certainty: 'certain',
      weight: 1,
      sample: 'bash: !word@cluster0.ab1cd.mongodb.net: event not found',
    },
    {
      driver: 'any',
      pattern:
        /'(?:w|retryWrites|authSource|ssl|tls|replicaSet|appName|readPreference|authMechanism|directConnection)' is not recognized as an internal or external command/,
      certainty: 'likely',
      weight: 2,
      sample: `'w' is not recognized as an internal or external command,
operable program or batch file.`,
    },
    {
      driver: 'any',
      pattern: /The ampersand \(&\) character is not allowed|AmpersandNotAllowed/,
      certainty: 'likely',
      weight: 2,
      sample: 'The ampersand (&) character is not allowed. The & operator is reserved for future use',
    },
    {
      driver: 'any',
      pattern: /^\[1\] \d{2,8}$/m,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 1,
      sample: `[1] 48213
[2] 48214
MongoServerError: Authentication failed.`,
    },
    {
      driver: 'any',
      pattern:
        /(?:bash|zsh|sh): (?:command not found: )?(?:w|retryWrites|authSource|ssl|tls|replicaSet|appName)=[^\n]{0,60}/,
      certainty: 'likely',
      weight: 1,
      sample: 'zsh: command not found: retryWrites=true',
    },
    {
      driver: 'any',
      pattern: /parse error near `&'|syntax error near unexpected token `&'/,
      with: [/mongo/i],
      certainty: 'possible',
      sample: `% mongosh mongodb://db.test/?tls=true&w=1 &&
zsh: parse error near \`&'`,
    },
  ],
}
