import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-jdk-extension',
  symptoms: [
    {
      driver: 'java',
      pattern: /extension \(\d{1,5}\) should not be presented in certificate_request/,
      certainty: 'certain',
      sample:
        'javax.net.ssl.SSLHandshakeException: extension (5) should not be presented in certificate_request',
    },
  ],
}
