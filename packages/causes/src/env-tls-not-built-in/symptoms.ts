import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-tls-not-built-in',
  confirm:
    'Ask the build which TLS library it has (`php --ri mongodb`, `python -c "import ssl"`, the feature flags): none there settles it.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:TLS|SSL) is required but not supported|(?:TLS|SSL)[^\n]{0,60}(?:not (?:enabled|built|compiled|available)|disabled)[^\n]{0,40}(?:in this build|libmongoc|build|compile)|libmongoc was not built with ssl|(?:SSL|TLS) support (?:is )?(?:not (?:available|enabled|compiled)|disabled)|not compiled with (?:SSL|TLS)/i,
      certainty: 'certain',
      weight: 1,
      sample: `MongoDB\\\\Driver\\\\Exception\\\\InvalidArgumentException: Cannot create SSL client. SSL is not enabled in this build.`,
    },
    {
      driver: 'pymongo',
      pattern:
        /[Tt]he ssl module is not available|No module named '?_?ssl'?|ssl module (?:is|was) not (?:available|found)/,
      certainty: 'certain',
      sample: 'pymongo.errors.ConfigurationError: The ssl module is not available.',
    },
    {
      driver: 'rust',
      pattern: /TLS support (?:is )?(?:not enabled|disabled)|openssl-tls|rustls-tls[^\n]{0,40}feature/i,
      with: [/feature|enabled|support/],
      certainty: 'certain',
      sample: 'Error: TLS support not enabled: the `rustls-tls` or `openssl-tls` feature is needed',
    },
    {
      driver: 'any',
      pattern:
        /(?:OpenSSL|libssl|libcrypto|ssl) extension[^\n]{0,40}(?:missing|not loaded|required)|requires? (?:the )?(?:php_)?openssl/i,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 1,
      sample: 'Mongo: requires the openssl extension',
    },
    {
      driver: 'perl',
      pattern:
        /IO::Socket::SSL[^\n]{0,60}(?:required|not (?:found|installed)|Can't locate)|SSL connections? require|Can't locate IO\/Socket\/SSL/i,
      certainty: 'certain',
      sample: `SSL requested, but the module IO::Socket::SSL is required: Can't locate IO/Socket/SSL.pm`,
    },
    {
      driver: 'any',
      pattern: /TLS is required, but not supported|libmongoc SSL => disabled/,
      certainty: 'certain',
      weight: 2,
      sample: 'Failed to create client: TLS is required, but not supported by libmongoc',
    },
    {
      driver: 'any',
      pattern: /without (?:TLS|SSL) support/i,
      with: [/mongo|bson/i],
      certainty: 'likely',
      weight: 3,
      sample: 'libmongoc: built without TLS support',
    },
    {
      driver: 'any',
      pattern: /requires libmongoc built with|libmongoc (?:must be|was not) built with/,
      certainty: 'likely',
      weight: 3,
      sample: 'The "SCRAM-SHA-1" authentication mechanism requires libmongoc built with --enable-ssl',
    },
    {
      driver: 'elixir',
      pattern: /function :ssl\.\w{1,30}\/\d is undefined|module :ssl is not available/,
      certainty: 'certain',
      weight: 2,
      sample:
        '** (UndefinedFunctionError) function :ssl.connect/4 is undefined (module :ssl is not available)',
    },
  ],
}
