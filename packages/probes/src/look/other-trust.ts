import type { Endpoint, Variations } from '@mongowhy/core'

import type { ProbeContext } from '../context.ts'
import { seenBefore } from '../seen-before.ts'
import type { TrustSettings } from '../tls/index.ts'
import { bundledPem, driverPem, pemOf, systemPem } from '../x509/index.ts'

/** The driver's trust with another store. Verification is never switched off by it. */
export function otherTrust(
  ctx: ProbeContext,
  own: TrustSettings,
  endpoint: Endpoint,
  wanted: NonNullable<Variations['tls.handshake']['trust']>,
): TrustSettings {
  const with_ = (pem: readonly string[], path: string): TrustSettings => ({
    ...own,
    caFile: { pem: Buffer.from(pem.join('\n')), path },
  })
  if (wanted === 'system') return with_(systemPem(), 'system')
  if (wanted === 'bundled') return with_(bundledPem(), 'bundled')
  const issuer = fetchedFrom(ctx, endpoint, wanted.issuerFrom)
  const pem = own.caFile === null ? driverPem() : [own.caFile.pem.toString('latin1')]
  return issuer === null ? own : with_([...pem, pemOf(issuer)], own.caFile?.path ?? 'driver')
}

function fetchedFrom(ctx: ProbeContext, endpoint: Endpoint, url: string): Buffer | null {
  for (const { saw } of seenBefore(ctx, 'tls.aia', endpoint)) {
    if (saw.url === url && saw.outcome.is === 'fetched')
      return Buffer.from(saw.outcome.certificate.der, 'base64')
  }
  return null
}
