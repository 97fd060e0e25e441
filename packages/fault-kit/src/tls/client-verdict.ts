import type { TLSSocket } from 'node:tls'

const alerts: Readonly<Record<string, number>> = {
  CERT_HAS_EXPIRED: 45,
  CERT_NOT_YET_VALID: 42,
  CERT_REVOKED: 44,
  CERT_SIGNATURE_FAILURE: 51,
  INVALID_PURPOSE: 43,
}

/** The alert that OpenSSL sends for this client's certificate, or for its lack. */
export function alertForClient(secure: TLSSocket): number {
  if (secure.getPeerX509Certificate() === undefined) return secure.getProtocol() === 'TLSv1.3' ? 116 : 40
  // Node's types say Error; what stands there is the code.
  return alerts[String(secure.authorizationError)] ?? 48
}
