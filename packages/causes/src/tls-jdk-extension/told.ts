import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'tls-jdk-extension',
  title: 'An early JDK 11 refuses the server’s certificate request',
  shownBy: 'error-text',
  explanation: says`JDK 11.0.2 and before, in TLS 1.3, refuses a certificate request that carries the status_request extension (number 5), which the standard allows and which newer servers send. The handshake ends on the client's side; the server is not at fault, and other runtimes connect.`,
  steps: [
    says`Upgrade the JDK: 11.0.3 or later, or 8u272 or later. "java -version" of the very process counts: containers and application servers bring their own.`,
    says`Until then, TLS 1.2 avoids it: -Djdk.tls.client.protocols=TLSv1.2 for that application.`,
  ],
  confirm: says`"java -version" says 11.0.2 or an earlier 11, and the same program connects with -Djdk.tls.client.protocols=TLSv1.2.`,
})
