import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-jdk-extension',
  confirm: `Look at the JDK's version: 11 before 11.0.3 fails so with TLS 1.3; a newer JDK, or -Djdk.tls.client.protocols=TLSv1.2, settles it.`,
  symptoms: [
    {
      driver: 'java',
      pattern: /extension \(5\) should not be presented in certificate_request/,
      certainty: 'certain',
      weight: 5,
      sample:
        'javax.net.ssl.SSLHandshakeException: extension (5) should not be presented in certificate_request',
    },
  ],
}
