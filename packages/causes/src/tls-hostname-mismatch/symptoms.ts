import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-hostname-mismatch',
  symptoms: [
    {
      driver: 'node',
      pattern: /ERR_TLS_CERT_ALTNAME_INVALID|Hostname\/IP does not match certificate's altnames/,
      certainty: 'certain',
      sample:
        "MongoServerSelectionError: Hostname/IP does not match certificate's altnames: Host: localhost. is not in the cert's altnames: DNS:other.lab.test",
    },
    {
      driver: 'pymongo',
      pattern:
        /Hostname mismatch, certificate is not valid for|IP address mismatch, certificate is not valid for/,
      certainty: 'certain',
      sample:
        "pymongo.errors.ServerSelectionTimeoutError: db.lab.test:27017: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: Hostname mismatch, certificate is not valid for 'localhost'. (_ssl.c:1006)",
    },
    {
      driver: 'go',
      pattern: /x509: certificate is valid for [^\n]{1,500}, not |x509: cannot validate certificate for /,
      certainty: 'certain',
      sample:
        'tls: failed to verify certificate: x509: certificate is valid for other.lab.test, not localhost',
    },
    {
      driver: 'java',
      pattern: /No subject alternative (?:DNS )?names? matching/,
      certainty: 'certain',
      sample:
        'javax.net.ssl.SSLHandshakeException: No subject alternative DNS name matching localhost found.',
    },
  ],
}
