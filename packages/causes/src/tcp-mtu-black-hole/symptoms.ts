import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-mtu-black-hole',
  confirm:
    'Try with a small hello (TLS 1.2, one group: `openssl s_client -tls1_2 -groups X25519`): it gets through where the default stays silent, then large packets are lost on the way.',
  symptoms: [
    {
      driver: 'any',
      pattern: /\b(?:mtu|mss|post-?quantum|x25519(?:_?mlkem|kyber)\w{0,6}|path mtu|fragment\w{0,6})\b/i,
      with: [/mongo|handshake|secureConnect|tls/i],
      certainty: 'possible',
      weight: 9,
      sample: `The handshake hangs only over the VPN with MTU 1380: Socket 'secureConnect' timed out after 30000ms`,
    },
    {
      driver: 'any',
      pattern: /Socket 'secureConnect' timed out|TLS handshake timeout|handshake (?:operation )?timed out/i,
      certainty: 'possible',
      weight: 4,
      sample: `MongoServerSelectionError: Socket 'secureConnect' timed out after 30000ms (connectTimeoutMS: 30000)`,
    },
  ],
}
