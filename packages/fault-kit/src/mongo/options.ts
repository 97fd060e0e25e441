import type { TlsOptions } from '../tls/index.ts'
import type { Where } from '../served.ts'
import type { Fields } from './fields.ts'

export type ServerRole =
  | 'standalone'
  | 'primary'
  | 'secondary'
  | 'arbiter'
  /** A member that catches up: neither primary nor secondary. */
  | 'recovering'
  /** Started with a set name, never initiated. */
  | 'ghost'
  | 'mongos'
  /** Behind a load balancer: answers clients alone that say `loadBalanced`. */
  | 'load-balanced'

export type Mechanism =
  | 'SCRAM-SHA-1'
  | 'SCRAM-SHA-256'
  | 'PLAIN'
  | 'MONGODB-X509'
  /** Every identity is refused once it has shown itself: nobody here asks AWS. */
  | 'MONGODB-AWS'
  /** Every token is refused: nobody here is an identity provider. */
  | 'MONGODB-OIDC'

/** A role as MongoDB names it. One that is not built in needs its privileges. */
export interface GrantedRole {
  readonly role: string
  readonly db: string
  readonly privileges?: readonly Privilege[]
}

export interface Privilege {
  readonly resource:
    | { readonly db: string; readonly collection: string }
    | { readonly cluster: true }
    | { readonly anyResource: true }
  readonly actions: readonly string[]
}

export interface MongoUser {
  /** For MONGODB-X509 the certificate's subject, as RFC 2253 writes it: `CN=client,O=Lab`. */
  readonly name: string
  /** Not wanted for MONGODB-X509. */
  readonly password?: string
  /** The database that the user belongs to: `admin`, and `$external` for PLAIN and MONGODB-X509, unless told. */
  readonly db?: string
  /** `root` on `admin` unless told. */
  readonly roles?: readonly GrantedRole[]
  /** Both SCRAM mechanisms unless told. */
  readonly mechanisms?: readonly Mechanism[]
}

/** What a hook makes of a command: a reply, silence, an end, or nothing (`undefined`: go on as usual). */
export type HookReply = Fields | 'hang' | 'close' | 'reset' | undefined

/** A command as hooks see it. */
export interface MongoRequest {
  readonly name: string
  readonly database: string
  readonly document: Fields
  /** Counts the connections of this server, from 1. */
  readonly connectionId: number
  readonly secure: boolean
  /** The name in the TLS hello; null without one, and without TLS. */
  readonly servername: string | null
  /** Who is logged in on this connection, as `user@db`. */
  readonly loggedIn: readonly string[]
}

export interface MongoOptions extends Where {
  /** `standalone` unless told; `primary` where there is a set name. */
  readonly role?: ServerRole
  readonly setName?: string
  /** `host:port` of each data-bearing member; this server alone unless told. */
  readonly hosts?: readonly string[]
  readonly passives?: readonly string[]
  readonly arbiters?: readonly string[]
  /** Who is primary: this server where it is, the first host where it is not; null: nobody. */
  readonly primary?: string | null
  /** This member's own name in the set, in place of the address that it listens at. */
  readonly me?: string
  readonly hidden?: boolean
  /** The tags that the set's configuration has for this member. */
  readonly tags?: Readonly<Record<string, string>>
  readonly users?: readonly MongoUser[]
  /** Whether commands need a login: where there are users, unless told. */
  readonly requireAuth?: boolean
  /** The mechanisms that the server offers: both SCRAMs and those of its users unless told. */
  readonly authenticationMechanisms?: readonly Mechanism[]
  /** Of MongoDB 8.0 unless told. */
  readonly version?: string
  readonly minWireVersion?: number
  /** That of `version` unless told. */
  readonly maxWireVersion?: number
  /** Whose refusals: mongod's own, or those of Atlas's proxies. */
  readonly compat?: 'mongodb' | 'atlas'
  /** Whose server it says to be, in hello and buildInfo. */
  readonly product?: 'mongodb' | 'ferretdb' | 'documentdb' | 'cosmosdb'
  /** Documents by namespace: `{ 'app.orders': [{ _id: 1 }] }`. */
  readonly data?: { readonly [namespace: string]: readonly Fields[] }
  /** Changes the reply to hello, or withholds it. */
  readonly onHello?: (reply: Fields, request: MongoRequest) => HookReply | Promise<HookReply>
  /** Asked before any other command is run, and about the command inside a hello that logs in. */
  readonly onCommand?: (name: string, request: MongoRequest) => HookReply | Promise<HookReply>
  /** Waits so long before each reply. */
  readonly delayMs?: number
  /** TLS in front, with the identity and the rules of `serveTls`. */
  readonly tls?: Omit<TlsOptions, 'inner'>
  /** A path to listen at, in place of host and port. */
  readonly unixSocket?: string
}
