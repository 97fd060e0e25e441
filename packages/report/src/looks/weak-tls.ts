import type { TlsMatrixSighting } from '@mongowhy/core'

// No encryption or no identity, export keys, broken ciphers and digests.
const broken = /NULL|EXPORT|anon|RC4|RC2|_DES_|3DES|IDEA|SEED|_MD5$/

/** Whether no client should accept the suite; by IANA's name. */
export function isBrokenSuite(name: string): boolean {
  return broken.test(name)
}

/** Versions that RFC 8996 and those before it have retired. */
export function isOldVersion(version: TlsMatrixSighting['versions'][number]['version']): boolean {
  return version === 'SSLv3' || version === 'TLSv1' || version === 'TLSv1.1'
}
