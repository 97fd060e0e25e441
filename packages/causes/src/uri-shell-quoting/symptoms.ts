import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-shell-quoting',
  symptoms: [
    {
      driver: 'any',
      pattern: /zsh: no matches found: mongodb(?:\+srv)?:\/\//,
      certainty: 'certain',
      sample: `zsh: no matches found: mongodb+srv://cluster0.ab1cd.mongodb.net/app?retryWrites=true`,
    },
    {
      driver: 'any',
      pattern: /\b(?:bash|-bash|zsh): ![^\n]{1,80}: event not found/,
      certainty: 'likely',
      sample: `-bash: !word@cluster0.ab1cd.mongodb.net/: event not found`,
    },
    {
      driver: 'any',
      pattern:
        /'(?:w|retryWrites|authSource|appName|replicaSet|tls|ssl)' is not recognized as an internal or external command/,
      certainty: 'certain',
      sample: `'retryWrites' is not recognized as an internal or external command, operable program or batch file.`,
    },
    {
      driver: 'any',
      pattern: /The ampersand \(&\) character is not allowed/,
      certainty: 'likely',
      sample: `The ampersand (&) character is not allowed. The & operator is reserved for future use; wrap an ampersand in double quotation marks ("&") to pass it as part of a string.`,
    },
  ],
}
