import type { SignRule } from './sign.ts'

/** What a client finds wrong with a server's certificate, in the words of OpenSSL, Go, Java, .NET, rustls and SecureTransport. */
export const verifyRules: readonly SignRule[] = [
  {
    sign: 'verify:expired',
    shownBy:
      /\bCERT_HAS_EXPIRED\b|certificate has expired(?! or)|certificate has expired or is not yet valid: (?:current time )?\S{1,40} is after|CertificateExpiredException|NotAfter:? |certificate expired: verification time|\bcertExpired\b|invalid peer certificate: (?:Cert)?Expired|-9814\b|CSSMERR_TP_CERT_EXPIRED|\bNotTimeValid\b|certificate expired on|CERT_E_EXPIRED|generated CLIENT ALERT: Fatal - Certificate Expired|\{bad_cert, ?cert_expired\}/i,
  },
  {
    sign: 'verify:not-yet-valid',
    shownBy:
      /\bCERT_NOT_YET_VALID\b|certificate is not yet valid|certificate has expired or is not yet valid: (?:current time )?\S{1,40} is before|CertificateNotYetValidException|certificate not valid yet|NotBefore: |CertNotValidYet|NotValidYet|-9815\b/i,
  },
  {
    sign: 'verify:name',
    shownBy:
      /\bERR_TLS_CERT_ALTNAME_INVALID\b|Hostname\/IP does not match certificate|Hostname mismatch|IP address mismatch|is(?:n't| not) valid for ['"]?|x509: certificate is valid for|x509: cannot validate certificate for|No (?:subject alternative|name matching)|No subject alternative (?:DNS )?names? (?:matching|present)|RemoteCertificateNameMismatch|CertNotValidForName|certificate not valid for name|hostname verification failed|NotValidForName|doesn't match (?:either of )?['"]|(?:does not|doesn't) match (?:the )?(?:host|cert|server(?! address))|hostname ['"]?[\w.-]{1,120}['"]? (?:does not|doesn't) match|The server certificate does not match the (?:remote )?host|CN_NO_MATCH|CSSMERR_APPLETP_HOSTNAME_MISMATCH|CertificateUnknown: [^\n]{0,40}SAN|hostname_check_failed/i,
  },
  {
    sign: 'verify:self-signed-leaf',
    shownBy:
      /\bDEPTH_ZERO_SELF_SIGNED_CERT\b|self[- ]signed certificate(?! in)|\{bad_cert, ?selfsigned_peer\}/i,
  },
  {
    sign: 'verify:self-signed-chain',
    shownBy: /\bSELF_SIGNED_CERT_IN_CHAIN\b|self[- ]signed certificate in (?:certificate )?chain/i,
  },
  {
    sign: 'verify:no-issuer',
    shownBy: /\bUNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?\b|unable to get (?:local )?issuer certificate/i,
  },
  {
    sign: 'verify:leaf',
    shownBy: /\bUNABLE_TO_VERIFY_LEAF_SIGNATURE\b|unable to verify the first certificate/i,
  },
  {
    sign: 'verify:untrusted',
    shownBy:
      /certificate signed by unknown authority|PKIX path building failed|unable to find valid certification path|\bUnknownIssuer\b|RemoteCertificateChainErrors|PartialChain|UntrustedRoot|not trusted by the trust provider|CERT_TRUST_IS_UNTRUSTED_ROOT|certificate is not trusted|CSSMERR_TP_(?:NOT_TRUSTED|INVALID_ANCHOR_CERT)|-9807\b|-9808\b|-9813\b|-67843\b|the certificate chain was issued by an authority that is not trusted|0x800B0109|0x80090325|SEC_E_UNTRUSTED_ROOT|generated CLIENT ALERT: Fatal - Unknown CA|\{bad_cert, ?unknown_ca\}/i,
  },
  {
    sign: 'verify:failed',
    shownBy:
      /\bCERTIFICATE_VERIFY_FAILED\b|certificate verify failed|Failed certificate verification|SSL peer certificate validation failed|Certificate trust failure|0A000086|1416F086|14090086|RemoteCertificate\w+Error|failed to verify certificate|The remote certificate (?:is|was) (?:invalid|rejected)/i,
  },
]
