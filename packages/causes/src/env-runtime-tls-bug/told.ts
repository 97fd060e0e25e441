import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'env-runtime-tls-bug',
  title: 'A fault of the runtime’s TLS library',
  shownBy: 'error-text',
  explanation: says`A release of a runtime or of its TLS library may carry a fault that breaks handshakes which others make. It can be told only by comparison: the same server, from the same machine, at the same time, with another library.`,
  steps: [
    says`Compare: openssl s_client -connect HOST:27017 -servername HOST </dev/null, and mongowhy, from the same machine. If both fail alike, it is not the library.`,
    says`If only one runtime fails, move to its newest release or to the one before the fault began, and pin it; search its list of issues for the text of the error.`,
    says`Java: java -Djavax.net.debug=ssl:handshake shows where it stops. Go: GODEBUG=tlsmlkem=0 leaves the post-quantum key share out of its hello, Node: --tls-groups or --tls-max-v1.2, for one try.`,
    says`Do not switch verification off: a library that cannot finish a handshake will not do so unverified.`,
  ],
  confirm: says`Two runtimes, side by side, three times each, in turns: always the same one fails.`,
})
