import type { PeerProtocol } from './tls.ts'

/** The answer to a first message of the wire protocol, sent without credentials. */
export interface HelloSighting {
  readonly address: string
  readonly transport: 'plain' | 'tls'
  readonly command: 'hello' | 'isMaster'
  readonly outcome:
    | { readonly is: 'reply'; readonly hello: HelloFacts }
    | {
        readonly is: 'error'
        readonly code: number | null
        readonly codeName: string | null
        readonly message: string
      }
    | { readonly is: 'silent' }
    /** `afterMs`: how long after our message; absent in evidence of older versions. */
    | { readonly is: 'closed'; readonly afterMs?: number }
    | { readonly is: 'reset'; readonly afterMs?: number }
    | { readonly is: 'not-mongodb'; readonly protocol: PeerProtocol; readonly excerpt: string }
    | {
        /**
         * `cut`: inside a message whose header was read; `cut-header`: before that much had come; `field`: whole, and a field
         * by which drivers follow the deployment is of a wrong type.
         */
        readonly is: 'malformed'
        readonly problem: 'length' | 'header' | 'bson' | 'field' | 'cut' | 'cut-header' | 'too-slow'
        readonly detail: string
      }
  readonly roundTripMs: number | null
}

export type MemberRole =
  'standalone' | 'primary' | 'secondary' | 'arbiter' | 'recovering' | 'ghost' | 'mongos' | 'load-balanced'

export interface HelloFacts {
  readonly role: MemberRole
  readonly setName: string | null
  readonly me: string | null
  readonly hosts: readonly string[]
  readonly passives: readonly string[]
  readonly arbiters: readonly string[]
  readonly primary: string | null
  readonly hidden: boolean
  readonly minWireVersion: number
  readonly maxWireVersion: number
  readonly helloOk: boolean
  readonly serviceId: boolean
  readonly readOnly: boolean
  readonly compression: readonly string[]
  /** Only when they were asked for, over a verified connection; null otherwise. */
  readonly saslSupportedMechs: readonly string[] | null
  readonly localTime: string | null
  readonly topologyVersion: string | null
  readonly setVersion: number | null
  /** Absent in evidence of older versions, as the one below. */
  readonly tags?: Readonly<Record<string, string>>
  /** When the last write that this member has was made, by the primary's clock. */
  readonly lastWriteDate?: string | null
  /** Top-level fields that MongoDB's own server does not send. */
  readonly foreignFields: readonly string[]
}

/** `buildInfo`, asked without credentials; and what it says of the product. */
export interface BuildSighting {
  readonly outcome:
    | {
        readonly is: 'reply'
        readonly version: string
        readonly modules: readonly string[]
        readonly product: ServerProduct
      }
    | {
        readonly is: 'error'
        readonly code: number | null
        readonly codeName: string | null
        readonly message: string
      }
    | { readonly is: 'no-reply' }
}

export type ServerProduct =
  | { readonly is: 'mongodb' }
  | { readonly is: 'other'; readonly name: string; readonly sign: string }
  | { readonly is: 'unknown' }

/** What a peer says before it is spoken to. MongoDB says nothing. */
export interface BannerSighting {
  readonly address: string
  readonly outcome:
    | { readonly is: 'spoke'; readonly protocol: PeerProtocol; readonly excerpt: string }
    | { readonly is: 'silent' }
    | { readonly is: 'closed' }
    | { readonly is: 'reset' }
  /** From the open connection to the first byte or the end, in milliseconds. */
  readonly afterMs: number
}

/** The answer to `GET /` without TLS. */
export interface HttpSighting {
  readonly address: string
  readonly outcome:
    /** mongod's own answer to a browser, which it gives whether it wants TLS or not. */
    | { readonly is: 'mongod' }
    | {
        readonly is: 'http'
        readonly status: number | null
        readonly server: string | null
        readonly excerpt: string
      }
    | { readonly is: 'other'; readonly protocol: PeerProtocol; readonly excerpt: string }
    | { readonly is: 'silent' }
    | { readonly is: 'closed' }
    | { readonly is: 'reset' }
}

/**
 * The answer to PostgreSQL's request for TLS, eight bytes that no other protocol answers with one letter. A PostgreSQL
 * server says nothing to a message of MongoDB's and hangs up, so that it is not recognised otherwise.
 */
export interface PostgresqlSighting {
  readonly address: string
  readonly outcome:
    | { readonly is: 'postgresql'; readonly offersTls: boolean }
    | { readonly is: 'other'; readonly protocol: PeerProtocol; readonly excerpt: string }
    | { readonly is: 'silent' }
    | { readonly is: 'closed' }
    | { readonly is: 'reset' }
}
