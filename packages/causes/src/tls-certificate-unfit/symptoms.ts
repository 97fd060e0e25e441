import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-certificate-unfit',
  confirm:
    'Let OpenSSL say what it dislikes (`openssl verify -purpose sslserver -x509_strict -CAfile CA.pem CERT.pem`); then reissue.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /INVALID_PURPOSE|unsupported certificate purpose|unsuitable certificate purpose|certificate specifies an incompatible key usage|ee (?:key|certificate key) too (?:small|weak)|ca (?:md|signature digest algorithm) too weak|permitted subtree violation|excluded subtree|PERMITTED_VIOLATION|invalid CA certificate|INVALID_CA|KEYUSAGE_NO_CERTSIGN|key usage does not include certificate signing|Extended key usage does not permit|does not allow extended key usage|KeyUsage does not allow|netscape cert type|path length constraint exceeded|certificate is not authorized to sign|basic constraints check failed|CaUsedAsEndEntity|UnsupportedCertVersion|invalid peer certificate: (?:InvalidPurpose|BadEncoding|UnhandledCriticalExtension|Other)|Missing Authority Key Identifier|Basic Constraints of CA cert not marked critical|unhandled critical extension|NotValidForUsage|InsufficientKeySize|x509: negative serial number|failed to parse certificate from server/i,
      with: [/certificate|SSL|TLS|x509|verify|alert|mongo/i],
      unless: ['alert:43'],
      certainty: 'certain',
      weight: 2,
      sample: 'MongoServerSelectionError: unsupported certificate purpose',
    },
    {
      // What Apple says of a certificate that is valid for longer than 825 days: SERVER-45015.
      driver: 'any',
      pattern: /CSSMERR_TP_CERT_SUSPENDED|CSSMERR_TP_(?:INVALID_CERTIFICATE|VERIFY_ACTION_FAILED)|-67901\b/,
      certainty: 'likely',
      weight: 2,
      sample:
        "[TLS handshake failed (Certificate trust failure: CSSMERR_TP_CERT_SUSPENDED) calling hello on 'db.example.com:27017']",
    },
    {
      driver: 'any',
      pattern: /certificate signature failure|CERT_SIGNATURE_FAILURE/,
      certainty: 'likely',
      weight: 2,
      sample: 'MongoServerSelectionError: certificate signature failure',
    },
    {
      driver: 'node',
      pattern: /(?:Mongo\w{3,40}Error|code): '?UNSPECIFIED\b/,
      certainty: 'possible',
      weight: 3,
      sample: 'MongoServerSelectionError: UNSPECIFIED',
    },
    {
      driver: 'any',
      pattern:
        /ExtendedKeyUsage|WrongUsage|cannot be used for|not standards compliant|SHA1WithRSA|is not a CA certificate|weak (?:key|signature)/i,
      with: [/certificate|x509/i],
      unless: ['alert:43'],
      certainty: 'likely',
      weight: 3,
      sample: 'tls: failed to verify certificate: ExtendedKeyUsage lacks serverAuth (mongo)',
    },
  ],
}
