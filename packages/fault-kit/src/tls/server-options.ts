import { createSecureContext } from 'node:tls'
import type { SecureVersion, TlsOptions as ServerOptions } from 'node:tls'

import type { Issued } from '../pki/index.ts'

/** What a TLS server shows and offers. */
export interface TlsIdentity {
  readonly issued: Issued
  /** The PEM certificates to send, leaf first, in place of `issued.chainPem`. */
  readonly chain?: string
  readonly minVersion?: SecureVersion
  readonly maxVersion?: SecureVersion
  /** An OpenSSL cipher list; weak keys and digests are allowed unless told. */
  readonly ciphers?: string
  /** The OCSP answer to staple, for clients that ask for one. */
  readonly staple?: Buffer
  /** Makes a certificate for whatever name a client gives, as a device does that opens TLS on the way. */
  readonly issuedFor?: (servername: string) => Issued
}

/** The options of Node's own server. A certificate of the client is judged by us, after the handshake. */
export function serverOptions(identity: TlsIdentity, clientCa: string | undefined): ServerOptions {
  return {
    cert: identity.chain ?? identity.issued.chainPem,
    key: identity.issued.keyPem,
    ciphers: identity.ciphers ?? 'DEFAULT:@SECLEVEL=0',
    requestCert: clientCa !== undefined,
    rejectUnauthorized: false,
    ...(clientCa === undefined ? {} : { ca: clientCa }),
    ...(identity.issuedFor === undefined ? {} : { SNICallback: contextFrom(identity.issuedFor) }),
    ...(identity.minVersion === undefined ? {} : { minVersion: identity.minVersion }),
    ...(identity.maxVersion === undefined ? {} : { maxVersion: identity.maxVersion }),
  }
}

function contextFrom(issuedFor: (servername: string) => Issued): NonNullable<ServerOptions['SNICallback']> {
  return (servername, done) => {
    const { chainPem, keyPem } = issuedFor(servername)
    done(null, createSecureContext({ cert: chainPem, key: keyPem }))
  }
}
