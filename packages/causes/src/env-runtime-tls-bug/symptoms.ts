import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-runtime-tls-bug',
  confirm:
    'Repeat the handshake from the same host with another TLS stack (`openssl s_client`, another runtime version): it passes there, then pin or upgrade this runtime.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:after|since|when) (?:upgrading|updating|moving|the upgrade)[^\n]{0,40}(?:to )?(?:Node|OpenSSL|Python|Java|JDK|\.NET|macOS|Electron)[^\n]{0,300}(?:alert|handshake|SSL|TLS)/i,
      with: [/mongo/i],
      certainty: 'possible',
      weight: 9,
      sample:
        'After upgrading to Node 17.0.1 we get: error:0A000152:SSL routines::unsafe legacy renegotiation disabled (mongodb)',
    },
    {
      driver: 'any',
      pattern:
        /unsafe legacy renegotiation disabled|0A000152|ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED|UNSAFE_LEGACY_RENEGOTIATION/i,
      certainty: 'likely',
      weight: 1,
      sample: 'error:0A000152:SSL routines:final_renegotiate:unsafe legacy renegotiation disabled',
    },
    {
      driver: 'any',
      pattern:
        /ERR_OSSL_EVP_UNSUPPORTED|0308010C|unexpected eof while reading[^\n]{0,60}0A000126|BAD_RECORD_TYPE|0A0001BB|ERR_INTERNAL_ASSERTION[^\n]{0,200}tls|INVALID_SESSION_ID|decryption failed or bad record mac/i,
      certainty: 'likely',
      sample: 'error:0308010C:digital envelope routines::unsupported',
    },
    {
      driver: 'any',
      pattern:
        /NoSuchMethodError[^\n]{0,80}ssl|GeneralSecurityException|Unexpected packet format|System\.ComponentModel\.Win32Exception[^\n]{0,60}(?:0x8009030E|0x80090331|0x80090308)/,
      certainty: 'possible',
      weight: 2,
      sample:
        'Authentication failed because the remote party sent a TLS alert: System.ComponentModel.Win32Exception (0x80090331)',
    },
    {
      driver: 'any',
      pattern: /0A000126|unexpected eof while reading/,
      certainty: 'possible',
      weight: 4,
      sample: 'error:0A000126:SSL routines::unexpected eof while reading',
    },
    {
      driver: 'java',
      pattern: /extension \(5\) should not be presented/,
      certainty: 'possible',
      weight: 2,
      sample:
        'javax.net.ssl.SSLProtocolException: extension (5) should not be presented in certificate_request',
    },
  ],
}
