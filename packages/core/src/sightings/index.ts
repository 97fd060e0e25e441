import type { Resolver, DnsSighting, RecordType } from './dns.ts'
import type { FileSighting, HostSighting, RuntimeSighting } from './env.ts'
import type { DriverSighting, LoginSighting, OperationSighting, PrivilegesSighting } from './session.ts'
import type { ProxySighting, TcpSighting } from './tcp.ts'
import type { TlsSighting, TlsVersion } from './tls.ts'
import type { UriSighting } from './uri.ts'
import type { BuildSighting, HelloSighting } from './wire.ts'

/** What each probe sees. The key is the probe's name. */
export interface Sightings {
  readonly 'uri.parse': UriSighting
  readonly 'env.host': HostSighting
  readonly 'env.runtimes': RuntimeSighting
  readonly 'env.file': FileSighting
  readonly 'dns.query': DnsSighting
  readonly 'tcp.connect': TcpSighting
  readonly 'proxy.connect': ProxySighting
  readonly 'tls.handshake': TlsSighting
  readonly 'wire.hello': HelloSighting
  readonly 'wire.build': BuildSighting
  readonly 'auth.login': LoginSighting
  readonly 'authz.privileges': PrivilegesSighting
  readonly 'ops.run': OperationSighting
  readonly 'driver.connect': DriverSighting
}

export type ProbeName = keyof Sightings

/** What may be varied from ask to ask, for each probe. */
export interface Variations {
  readonly 'uri.parse': Record<never, never>
  readonly 'env.host': Record<never, never>
  readonly 'env.runtimes': Record<never, never>
  readonly 'env.file': { readonly option: FileSighting['option']; readonly path: string }
  readonly 'dns.query': {
    readonly name: string
    readonly type: RecordType
    readonly resolver: Resolver
    readonly transport?: 'udp' | 'tcp'
  }
  readonly 'tcp.connect': { readonly address: string }
  readonly 'proxy.connect': { readonly proxy: string }
  readonly 'tls.handshake': {
    readonly address: string
    /** undefined: as the driver sends it; null: none. */
    readonly servername?: string | null
    readonly minVersion?: TlsVersion
    readonly maxVersion?: TlsVersion
    /** An OpenSSL cipher list, to ask whether a wider one would do. */
    readonly ciphers?: string
    readonly withoutClientCertificate?: boolean
  }
  readonly 'wire.hello': {
    readonly address: string
    readonly transport: 'plain' | 'tls'
    readonly command?: 'hello' | 'isMaster'
  }
  readonly 'wire.build': { readonly address: string; readonly transport: 'plain' | 'tls' }
  readonly 'auth.login': Record<never, never>
  readonly 'authz.privileges': Record<never, never>
  readonly 'ops.run': { readonly operation: OperationSighting['operation'] }
  readonly 'driver.connect': Record<never, never>
}

export * from './uri.ts'
export * from './env.ts'
export * from './dns.ts'
export * from './tcp.ts'
export * from './tls.ts'
export * from './wire.ts'
export * from './session.ts'
