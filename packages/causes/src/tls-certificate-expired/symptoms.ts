import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-certificate-expired',
  confirm: `Read the dates of every certificate of the chain (\`openssl s_client -showcerts\`): the server's own expired, renew it; a root or cross-sign, update the client's store; none, set the clock.`,
  symptoms: [
    {
      driver: 'any',
      pattern: 'verify:expired',
      // In the server's log of one connection it is the client's certificate.
      unless: ['host:atlas', /peer certificate validation failed/i],
      certainty: 'likely',
      weight: 4,
      sample: 'MongoServerSelectionError: certificate has expired',
    },
    {
      driver: 'any',
      pattern: 'verify:expired',
      with: ['host:atlas'],
      certainty: 'likely',
      weight: 2,
      sample: 'MongoServerSelectionError: certificate has expired cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'java',
      pattern:
        /CertPathValidatorException: validity check failed|PKIX path validation failed[^\n]{0,120}validity check|CertificateExpiredException/,
      unless: ['verify:not-yet-valid'],
      certainty: 'likely',
      weight: 2,
      sample:
        'javax.net.ssl.SSLHandshakeException: PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed',
    },
    {
      driver: 'csharp',
      pattern: /NotTimeValid|certificate (?:has )?expired|CERT_E_EXPIRED|0x800B0101/i,
      certainty: 'likely',
      weight: 2,
      sample: 'The remote certificate is invalid because of errors in the certificate chain: NotTimeValid',
    },
    {
      driver: 'mongod',
      pattern:
        /certificate (?:has expired|is expired)|Server certificate is now invalid|certificate[^\n]{0,40}expires? (?:on|in)/i,
      unless: [/peer certificate validation failed/i],
      certainty: 'likely',
      weight: 2,
      sample: `Peer certificate '<server>' expires in 3 days / certificate has expired`,
    },
    {
      driver: 'any',
      pattern: /certificateexpired|cert(?:ificate)?_expired\b(?![\s\S]{0,40}alert)|CertExpired|-9814\b/i,
      unless: ['alert:45'],
      certainty: 'likely',
      weight: 2,
      sample: 'invalid peer certificate: Expired, certExpired',
    },
  ],
}
