import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-no-common-cipher',
  confirm: `List the server's cipher suites (sslscan, testssl) and the client's; a wider list at the client that gets through settles it.`,
  symptoms: [
    {
      driver: 'any',
      pattern: 'alert:40',
      unless: ['alert:116', /certificate required|tlsCertificateKeyFile|client certificate|X\.?509/i],
      certainty: 'likely',
      weight: 2,
      sample: 'error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:SSL alert number 40',
    },
    {
      driver: 'any',
      pattern: 'alert:71',
      certainty: 'likely',
      weight: 1,
      sample: 'tlsv1 alert insufficient security',
    },
    {
      driver: 'any',
      pattern:
        /no (?:shared|common) cipher|NO_SHARED_CIPHER|no ciphers? available|NO_CIPHERS_AVAILABLE|no cipher suites? (?:in common|supported)|no (?:cipher|protocol)s? overlap|dh key too small|DH_KEY_TOO_SMALL|ee key too small|EE_KEY_TOO_SMALL|ca md too weak|CA_MD_TOO_WEAK|no suitable (?:signature|key share)|SIGALG|0A0000C1|0A00018A|1416D18A|141A318A|sslv3 alert handshake failure[^\n]{0,60}cipher|wrong signature type|no application protocol|NoCipherSuitesInCommon|NoKxGroupsInCommon|disabled for FIPS|unsupported elliptic curve|inappropriate key size|AlgorithmConstraints|wrong curve|no supported (?:curves|groups|versions) (?:in common|satisfy)/i,
      with: [/SSL|TLS|ssl|tls|cipher|handshake|alert/],
      certainty: 'likely',
      weight: 4,
      sample: 'ssl.SSLError: [SSL: DH_KEY_TOO_SMALL] dh key too small (_ssl.c:1129)',
    },
    {
      driver: 'elixir',
      pattern: /\{:tls_alert, \{:(?:handshake_failure|insufficient_security)|ssl connect:[^\n]{0,60}:closed/,
      unless: [/bad_cert|hostname_check_failed/],
      certainty: 'likely',
      sample: `{:tls_alert, {:handshake_failure, 'TLS client: In state hello received SERVER ALERT: Fatal - Handshake Failure'}}`,
    },
  ],
}
