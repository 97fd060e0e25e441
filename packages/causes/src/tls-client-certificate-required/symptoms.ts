import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-client-certificate-required',
  confirm: `Give a client certificate (tlsCertificateKeyFile) that the server's authority signed and try again; the server's log says "No SSL certificate provided by peer".`,
  symptoms: [
    {
      driver: 'any',
      pattern: 'alert:116',
      certainty: 'certain',
      weight: 4,
      sample:
        'error:0A00045C:SSL routines:ssl3_read_bytes:tlsv13 alert certificate required:SSL alert number 116',
    },
    {
      driver: 'any',
      pattern:
        /ALERT_CERTIFICATE_REQUIRED|alert certificate required|Received fatal alert: certificate_required|remote error: tls: certificate required|tls: client didn't provide a certificate|CertificateRequired|No (?:SSL|TLS) certificate provided by peer|no (?:SSL|TLS) certificate (?:was )?provided by (?:the )?peer|peer did not return a certificate|PEER_DID_NOT_RETURN_A_CERTIFICATE/i,
      certainty: 'certain',
      weight: 4,
      sample: 'javax.net.ssl.SSLHandshakeException: Received fatal alert: certificate_required',
    },
    {
      driver: 'any',
      pattern: 'alert:40',
      with: [
        /X\.?509|client cert|mutual|mTLS|tlsCertificateKeyFile|clientCertificate|requireSSL|PEMKeyFile/i,
      ],
      certainty: 'likely',
      weight: 1,
      sample: 'sslv3 alert handshake failure:SSL alert number 40, mongod --tlsCAFile, MONGODB-X509',
    },
    {
      driver: 'any',
      pattern: 'alert:40',
      certainty: 'possible',
      weight: 3,
      sample: 'sslv3 alert handshake failure:SSL alert number 40',
    },
    {
      driver: 'any',
      pattern: 'alert:42',
      certainty: 'possible',
      weight: 1,
      sample: 'sslv3 alert bad certificate:SSL alert number 42',
    },
    {
      driver: 'any',
      pattern:
        /Failed to receive length header from server|connection(?: <monitor>| \d{1,6})? to \S{1,200} closed|:\d{2,5}: connection closed/,
      unless: ['host:atlas'],
      certainty: 'possible',
      weight: 2,
      sample: `[Failed to receive length header from server. calling hello on 'db.lab.test:38919']`,
    },
    {
      driver: 'java',
      // With TLS 1.3 the handshake ends before the server has looked at the client's certificate.
      pattern: /MongoSocketReadException: Prematurely reached end of stream/,
      with: ['uri:tls'],
      unless: ['host:atlas'],
      certainty: 'likely',
      weight: -1,
      sample: `created with settings MongoClientSettings{sslSettings=SslSettings{enabled=true, invalidHostNameAllowed=false}}
com.mongodb.MongoSocketReadException: Prematurely reached end of stream`,
    },
  ],
}
