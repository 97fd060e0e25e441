import type { EffectiveOptions, Secret } from '@mongowhy/core'

import type { ProxySettings } from './proxy/index.ts'
import type { ClientCertificate, TrustSettings } from './tls/index.ts'

/** How connections to the target are made, once for all of its members. */
export interface ApproachSettings {
  readonly tls: boolean
  readonly loadBalanced: boolean
  readonly trust: TrustSettings
  readonly clientCertificate: ClientCertificate | null
  readonly proxy: ProxySettings | null
  /** `database.user`, to learn the mechanisms of; sent as the driver sends it. */
  readonly mechanismsFor: Secret | null
}

/** The user whose mechanisms the driver would ask for in its hello: only where it leaves the mechanism to the server. */
export function mechanismsFor(options: EffectiveOptions, username: Secret | null): Secret | null {
  const { effectiveAuthSource: source, authMechanism } = options
  return username === null || source === null || authMechanism !== null
    ? null
    : username.withPrefix(`${source}.`)
}
