import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-hostname-mismatch',
  confirm:
    'Compare the host in the connection string with the names in the certificate (`openssl s_client … | openssl x509 -noout -ext subjectAltName`).',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /ERR_TLS_CERT_ALTNAME_INVALID|Hostname\/IP does not match certificate's altnames|[Hh]ostname mismatch|IP address mismatch|x509: certificate is valid for|No subject alternative (?:names|DNS name)|No name matching|RemoteCertificateNameMismatch|NotValidForName|hostname ['"]?[\w.*-]{1,200}['"]? doesn't match|does not match (?:the )?(?:host ?name|certificate subject|remote host)|CN_NO_MATCH|hostname verification failed|The server certificate does not match the host name/i,
      unless: [
        /legacy Common Name|doesn't contain any IP SANs|no IP SANs|because it doesn't contain|no subject alternative names present/i,
        /MismatchedDomain|SRV record/,
      ],
      certainty: 'certain',
      weight: 3,
      sample: `MongoServerSelectionError: Hostname/IP does not match certificate's altnames: Host: localhost. is not in the cert's altnames: DNS:db.example.com`,
    },
    {
      driver: 'any',
      pattern: 'verify:name',
      unless: [/legacy Common Name/],
      certainty: 'likely',
      weight: 1,
      sample: `ssl.CertificateError: hostname '10.0.0.9' doesn't match 'db.example.com'`,
    },
    {
      driver: 'go',
      pattern:
        /x509: cannot validate certificate for \S{1,60} because it doesn't contain any IP SANs|x509: certificate is valid for [^\n]{1,300}, not /,
      certainty: 'certain',
      weight: 2,
      sample: `x509: cannot validate certificate for 10.0.0.9 because it doesn't contain any IP SANs`,
    },
    {
      driver: 'mongod',
      pattern: /The server certificate does not match the (?:remote )?host ?name|host does not match/i,
      certainty: 'likely',
      weight: 2,
      sample:
        'The server certificate does not match the remote host name. Host: db1.example.com, expected to match: SAN(s): localhost',
    },
    {
      driver: 'java',
      pattern: /No subject alternative names present/,
      certainty: 'likely',
      weight: 2,
      sample: 'java.security.cert.CertificateException: No subject alternative names present',
    },
    {
      driver: 'any',
      pattern: /host ?name[^\n]{0,60}(?:not match|mismatch)/i,
      with: [/certificate|ssl|tls/i],
      certainty: 'likely',
      weight: 3,
      sample: 'mongo: the host name of the certificate does not match',
    },
    {
      // Older releases of rustls take no address where a name is to be verified.
      driver: 'rust',
      pattern: /InvalidDNSNameError|InvalidDnsNameError|invalid dns name/i,
      certainty: 'likely',
      weight: 1,
      sample:
        'Servers: [ { Address: 192.0.2.4:27017, Type: Unknown, Error: An error occurred during DNS resolution: InvalidDNSNameError }, ]',
    },
    {
      driver: 'mongod',
      pattern: 'alert:42',
      with: [/Error receiving request from client|Ending connection from/],
      certainty: 'possible',
      weight: 4,
      sample:
        'Error receiving request from client: SSLHandshakeFailed: SSL handshake failed: error:14094412:SSL routines:ssl3_read_bytes:sslv3 alert bad certificate. Ending connection from 10.0.0.9:5512 (connection id: 5)',
    },
  ],
}
