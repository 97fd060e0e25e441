import type { AiaSighting, OcspSighting } from './issuer.ts'
import type { WalkSighting } from './path.ts'
import type { Resolver, DnsSighting, RecordType } from './dns.ts'
import type { FileSighting, HostSighting, ProjectSighting, RuntimeSighting } from './env.ts'
import type { TargetChange } from '../target-change.ts'
import type {
  DriverSighting,
  DriverTrySighting,
  LoginSighting,
  OperationSighting,
  PrivilegesSighting,
} from './session.ts'
import type { ControlSighting, ControlVariation, ProxySighting, TcpSighting } from './tcp.ts'
import type { TlsMatrixSighting } from './tls-matrix.ts'
import type { HelloAnswerSighting, HelloVariation } from './tls-hello.ts'
import type { TlsSighting, TlsVersion } from './tls.ts'
import type { UriSighting } from './uri.ts'
import type {
  BannerSighting,
  BuildSighting,
  HelloSighting,
  HttpSighting,
  PostgresqlSighting,
} from './wire.ts'

/** What each probe sees. The key is the probe's name. */
export interface Sightings {
  readonly 'uri.parse': UriSighting
  readonly 'env.host': HostSighting
  readonly 'env.project': ProjectSighting
  readonly 'env.runtimes': RuntimeSighting
  readonly 'env.file': FileSighting
  readonly 'dns.query': DnsSighting
  readonly 'tcp.connect': TcpSighting
  readonly 'proxy.connect': ProxySighting
  readonly 'tcp.control': ControlSighting
  readonly 'tls.handshake': TlsSighting
  readonly 'tls.hello': HelloAnswerSighting
  readonly 'tls.matrix': TlsMatrixSighting
  readonly 'path.walk': WalkSighting
  readonly 'tls.aia': AiaSighting
  readonly 'tls.ocsp': OcspSighting
  readonly 'wire.banner': BannerSighting
  readonly 'wire.http': HttpSighting
  readonly 'wire.postgresql': PostgresqlSighting
  readonly 'wire.hello': HelloSighting
  readonly 'wire.build': BuildSighting
  readonly 'auth.login': LoginSighting
  readonly 'authz.privileges': PrivilegesSighting
  readonly 'ops.run': OperationSighting
  readonly 'driver.connect': DriverSighting
  readonly 'driver.try': DriverTrySighting
}

export type ProbeName = keyof Sightings

/** What may be varied from ask to ask, for each probe. */
export interface Variations {
  readonly 'uri.parse': Record<never, never>
  readonly 'env.host': Record<never, never>
  readonly 'env.project': Record<never, never>
  readonly 'env.runtimes': Record<never, never>
  readonly 'env.file': { readonly option: FileSighting['option']; readonly path: string }
  readonly 'dns.query': {
    readonly name: string
    readonly type: RecordType
    readonly resolver: Resolver
    readonly transport?: 'udp' | 'tcp'
    /** `false`: without EDNS, so that the reply must fit 512 bytes. Only for a resolver given by its address. */
    readonly edns?: false
    /** The CD bit: the resolver is told not to check signatures (DNSSEC). Only for a resolver given by its address. */
    readonly checkingDisabled?: true
  }
  readonly 'tcp.connect': { readonly address: string }
  /** Never a look at the target's own port: whether something else answers, to tell the port from the way. */
  readonly 'tcp.control': ControlVariation
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
    /** Groups for the key exchange, as OpenSSL lists them: `X25519:P-256`. */
    readonly groups?: string
    /** Signature algorithms, as OpenSSL lists them. */
    readonly signatureAlgorithms?: string
    /** Protocols to offer by ALPN; the driver offers none. */
    readonly alpn?: readonly string[]
    /**
     * How a client would verify: as it should, without the name, or not at all. Such a handshake ends where it is
     * complete: nothing is said over it. Without it every chain is judged and none ends the handshake.
     */
    readonly verify?: 'strict' | 'any-name' | 'none'
    /** Another store than the driver's, or the driver's and the issuer that was fetched from an address. */
    readonly trust?: 'system' | 'bundled' | { readonly issuerFrom: string }
  }
  readonly 'tls.hello': HelloVariation
  readonly 'tls.matrix': { readonly address: string }
  readonly 'path.walk': { readonly address: string }
  /** Fetches the issuer from an address in a certificate that this endpoint presented, and from no other. */
  readonly 'tls.aia': { readonly url: string }
  /** `url`: asks that responder, which a presented certificate names; without it: asks the server to staple. */
  readonly 'tls.ocsp': { readonly address: string; readonly url?: string }
  /** Says nothing and waits for the peer to speak first. */
  readonly 'wire.banner': { readonly address: string }
  /** `GET /`, without TLS where `transport` is absent: that one mongod answers in every TLS mode. */
  readonly 'wire.http': { readonly address: string; readonly transport?: 'tls' }
  /** PostgreSQL's request for TLS (SSLRequest). */
  readonly 'wire.postgresql': { readonly address: string }
  readonly 'wire.hello': {
    readonly address: string
    readonly transport: 'plain' | 'tls'
    readonly command?: 'hello' | 'isMaster'
    /** Another name in the TLS hello than the endpoint's; null: none. */
    readonly servername?: string | null
    /** Asks for the user's mechanisms in this authentication database; only where the driver may send the name too. */
    readonly mechanismsIn?: string
  }
  readonly 'wire.build': { readonly address: string; readonly transport: 'plain' | 'tls' }
  readonly 'auth.login': Record<never, never>
  readonly 'authz.privileges': Record<never, never>
  readonly 'ops.run': { readonly operation: OperationSighting['operation'] }
  readonly 'driver.connect': Record<never, never>
  /** null: as it is. */
  readonly 'driver.try': { readonly change: TargetChange | null }
}

export * from './uri.ts'
export * from './env.ts'
export * from './dns.ts'
export * from './tcp.ts'
export * from './tls.ts'
export * from './path.ts'
export * from './tls-hello.ts'
export * from './tls-matrix.ts'
export * from './issuer.ts'
export * from './wire.ts'
export * from './session.ts'
