import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-version-mismatch',
  confirm:
    'Ask for each version in turn (`openssl s_client -tls1_2`, `-tls1_3`, `-tls1_1`) from the same machine; Atlas takes TLS 1.2 and newer alone.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'alert:70',
      certainty: 'likely',
      weight: 4,
      sample: 'error:0A00042E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version:SSL alert number 70',
    },
    {
      driver: 'any',
      pattern:
        /unsupported protocol|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|no protocols available|protocol version not supported|server selected unsupported protocol version|Received fatal alert: protocol_version|No appropriate protocol|PeerIncompatible|TLSV1_ALERT_PROTOCOL_VERSION|1409442E|1407742E|0A000102|14077102|1425F102|0A0000BF|client and server (?:cannot|can't) communicate, because they do not possess a common algorithm|WRONG_SSL_VERSION|wrong ssl version|unsupported version/i,
      with: [/SSL|TLS|ssl|tls|alert|handshake|algorithm/],
      certainty: 'likely',
      weight: 3,
      sample: 'ssl.SSLError: [SSL: UNSUPPORTED_PROTOCOL] unsupported protocol (_ssl.c:1129)',
    },
    {
      driver: 'any',
      pattern:
        /LibreSSL|OpenSSL 0\.9\.8|(?:ssl|OpenSSL) (?:0\.9|1\.0\.0)|requires? (?:Python built with )?OpenSSL 1\.0\.1|TLS ?1\.[01]\b[^\n]{0,60}(?:disabled|deprecated|not supported|no longer)|TLS ?1\.2[^\n]{0,40}(?:required|or (?:newer|higher|later))/i,
      with: [/mongo|SSL|TLS/i],
      certainty: 'likely',
      weight: 2,
      sample: 'python2.7 with OpenSSL 0.9.8: EOF occurred in violation of protocol, TLS 1.0 disabled',
    },
    {
      driver: 'java',
      pattern: /handshake_failure/,
      with: [/Java 7|jdk1\.7|TLSv1(?:\.[01])?\b(?!\.[23])/],
      certainty: 'likely',
      weight: 1,
      sample: 'javax.net.ssl.SSLHandshakeException: Received fatal alert: handshake_failure (Java 7, TLSv1)',
    },
    {
      driver: 'any',
      pattern: 'alert:40',
      certainty: 'possible',
      weight: 1,
      sample: 'sslv3 alert handshake failure:SSL alert number 40',
    },
    {
      driver: 'any',
      pattern: /legacy sigalg disallowed|0A00014D|LEGACY_SIGALG_DISALLOWED/i,
      certainty: 'likely',
      weight: 3,
      sample: `[TLS handshake failed: error:0A00014D:SSL routines::legacy sigalg disallowed or unsupported calling hello on 'db.lab.test:37683']`,
    },
    {
      driver: 'c',
      pattern: /legacy sigalg disallowed/,
      certainty: 'likely',
      weight: 5,
      sample: `[TLS handshake failed: error:0A00014D:SSL routines::legacy sigalg disallowed or unsupported calling hello on 'db.lab.test:37683']`,
    },
    {
      driver: 'ruby',
      // Older releases say this of every handshake that fails.
      pattern: /SSL handshake failed\. MongoDB may not be configured with SSL support/,
      certainty: 'possible',
      weight: 2,
      sample: 'MONGODB | SSL handshake failed. MongoDB may not be configured with SSL support.',
    },
    {
      driver: 'java',
      pattern:
        /Prematurely reached end of stream|SSLHandshakeException|handshake_failure|SSLException|Connection reset/,
      with: ['version:jdk-tls-1.0'],
      unless: ['verify:untrusted', 'verify:expired', 'verify:name'],
      certainty: 'likely',
      weight: 4,
      sample:
        'java.version=1.7.0_80 com.mongodb.MongoSocketReadException: Prematurely reached end of stream, javax.net.ssl.SSLSocket',
    },
    {
      driver: 'any',
      pattern:
        /tls_\w{4,40}:(?:version too low|unsupported protocol|wrong ssl version)\b|\bssl_choose_\w{4,20}:(?:version too low|unsupported protocol)/,
      certainty: 'likely',
      weight: 4,
      sample: 'SSL handshake failed: error:1417D18C:SSL routines:tls_process_client_hello:version too low',
    },
  ],
}
