import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-runtime-tls-bug',
  symptoms: [
    {
      driver: 'java',
      pattern: /SSLProtocolException: extension \(\d{1,5}\) should not be presented in/,
      certainty: 'possible',
      sample: `javax.net.ssl.SSLProtocolException: extension (5) should not be presented in certificate_request`,
    },
    {
      driver: 'any',
      pattern: /error:0A000(?:126|119|0EC):SSL routines/,
      certainty: 'possible',
      sample: `error:0A000126:SSL routines::unexpected eof while reading`,
    },
    {
      driver: 'any',
      pattern:
        /(?:ERR_SSL_|SSL routines::?)(?:DECRYPTION_FAILED_OR_BAD_RECORD_MAC|decryption failed or bad record mac|BAD_RECORD_TYPE|INTERNAL_ERROR\b(?!.{0,40}alert))/i,
      certainty: 'possible',
      sample: `SSL routines::decryption failed or bad record mac`,
    },
  ],
}
