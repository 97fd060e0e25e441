import type { HostKind } from '../endpoint.ts'

/** What the `uri.parse` look establishes. No user name, password or other secret stands in it, only their shape. */
export interface UriSighting {
  readonly given: 'empty' | 'text'
  readonly length: number
  /** The connection string with everything secret replaced; hosts, database and plain options are kept. */
  readonly redacted: string
  /** As the specification reads it; null when it cannot be read at all. */
  readonly scheme: 'mongodb' | 'mongodb+srv' | null
  readonly hosts: readonly SeedHost[]
  readonly credentials: CredentialShape
  /** The path's database; null when there is none. */
  readonly database: string | null
  readonly options: readonly UriOption[]
  /** Everything that a reader of the specification would reject or doubt, in order of position. */
  readonly faults: readonly UriFault[]
  /** What the drivers make of it: the official Node driver by running its parser, others by their documented rules. */
  readonly readings: readonly DriverReading[]
  /** The options as they take effect once defaults and implications are applied. SRV's TXT options are not in here. */
  readonly effective: EffectiveOptions
}

export interface SeedHost {
  readonly host: string
  readonly port: number | null
  readonly kind: HostKind
}

export interface CredentialShape {
  readonly username: 'absent' | 'empty' | 'given'
  readonly password: 'absent' | 'empty' | 'given'
  /** The user name has the form of an e-mail address. */
  readonly usernameLooksLikeEmail: boolean
  /** A placeholder such as `<password>` was left in: which part, and the placeholder's words when they are well known. */
  readonly placeholders: readonly { readonly part: 'username' | 'password' | 'host'; readonly text: string }[]
  /** The decoded password still holds `%XX`: encoded twice, or a password that has such characters. */
  readonly decodedPasswordHasEscapes: boolean
  /**
   * Parts that, decoded once, still are what an encoder writes: every character that it would escape stands escaped.
   * Absent: none.
   */
  readonly looksEncoded?: readonly ('username' | 'password')[]
  /** White space, control characters or a byte-order mark at the end or start of the decoded password. */
  readonly passwordHasStrayEdges: boolean
  /** `unfit`: holds a character that SASLprep (RFC 4013) prohibits, a control character say. Absent in older evidence. */
  readonly passwordCharacters?: 'ascii' | 'beyond-ascii' | 'unfit'
  /** The decoded password reads like text that went through a wrong encoding: U+FFFD, or UTF-8 taken for Latin-1. */
  readonly passwordLooksMisread?: boolean
}

export interface UriOption {
  readonly name: string
  /** null: the value is secret (tlsCertificateKeyFilePassword, authMechanismProperties' tokens, proxyPassword). */
  readonly value: string | null
  readonly offset: number
}

/** Where in the connection string, counted in UTF-16 units from 0. The length covers what is wrong, never shown if secret. */
export interface Span {
  readonly offset: number
  readonly length: number
}

export type UriFault = Span &
  /** `literal`: the text was not empty, but a word that stands for nothing, as a template prints an unset variable. */
  (
    | { readonly kind: 'empty'; readonly literal?: 'undefined' | 'null' | 'none' | 'quotes' }
    | {
        readonly kind: 'scheme'
        readonly found: string
        readonly problem: 'quote' | 'space' | 'bom' | 'case' | 'missing' | 'other'
      }
    | {
        readonly kind: 'unescaped-at'
        readonly count: number
        readonly part?: 'username' | 'password'
      }
    | {
        readonly kind: 'unescaped-reserved'
        readonly character: '/' | '?' | '#' | '[' | ']' | ':'
        readonly part?: 'username' | 'password'
      }
    /** `undecodable`: two hexadecimal digits follow, but the bytes are no UTF-8. */
    | {
        readonly kind: 'bare-percent'
        readonly part?: 'username' | 'password'
        readonly undecodable?: boolean
      }
    | { readonly kind: 'placeholder'; readonly part: 'username' | 'password' | 'host' }
    | { readonly kind: 'srv-port'; readonly port: string }
    | { readonly kind: 'srv-many-hosts'; readonly count: number }
    | { readonly kind: 'srv-address'; readonly host: string }
    /** `meant`: the path of a Unix socket stands there with its slashes unescaped. */
    | { readonly kind: 'host-missing'; readonly meant?: 'socket' }
    | { readonly kind: 'host-invalid'; readonly host: string }
    | { readonly kind: 'port-invalid'; readonly host: string; readonly port: string }
    | { readonly kind: 'options-glued'; readonly database: string }
    | {
        readonly kind: 'option-unknown'
        readonly name: string
        readonly meant: string | null
        /** The version of the official Node driver that removed it. */
        readonly removedIn: string | null
        /** Drivers that do know it, where it is unknown to the Node driver alone. */
        readonly knownTo?: readonly string[]
      }
    | {
        readonly kind: 'option-value'
        readonly name: string
        /**
         * `alone`: it may not stand without the option `needs`. `separator`: a `;` stands before the option `swallows`, which
         * is a part of this one's value.
         */
        readonly problem: 'empty' | 'type' | 'duplicate' | 'range' | 'alone' | 'separator'
        readonly needs?: string
        /** What the Node driver reads, where it takes the number at the beginning and drops the rest. */
        readonly takenAs?: number
        readonly swallows?: string
      }
    | { readonly kind: 'tls-conflict'; readonly names: readonly string[] }
    | {
        readonly kind: 'topology-conflict'
        readonly names: readonly string[]
        readonly problem: TopologyConflict
      }
    | { readonly kind: 'auth-options'; readonly problem: string }
    | { readonly kind: 'obsolete'; readonly name: string }
    /** A backslash that was meant for a shell, and reached the program. */
    | { readonly kind: 'shell-escape'; readonly character: '&' | '?' }
    | { readonly kind: 'too-long'; readonly limit: number }
    | { readonly kind: 'control-character'; readonly codePoint: number }
  )

export type TopologyConflict =
  | 'direct-many-hosts'
  | 'direct-srv'
  | 'load-balanced-many-hosts'
  | 'load-balanced-set'
  | 'load-balanced-direct'
  | 'srv-max-hosts-set'
  | 'srv-max-hosts-load-balanced'
  | 'srv-option-without-srv'

export interface DriverReading {
  /** `node` ran; the others are read from their published rules. */
  readonly by: 'node' | 'pymongo' | 'go' | 'java' | 'specification'
  readonly outcome: 'accepts' | 'warns' | 'refuses'
  /** The driver's own words, redacted; null when it says nothing. */
  readonly message: string | null
}

export interface ServerApi {
  readonly version: string
  readonly strict: boolean
  readonly deprecationErrors: boolean
}

/** What narrows the choice of a member for reads, beyond the mode. */
export interface SelectionOptions {
  /** Tag sets in the order of preference; an empty set takes any member. */
  readonly tagSets: readonly Readonly<Record<string, string>>[]
  /** null: no limit. */
  readonly maxStalenessSeconds: number | null
}

/** Bounds on operations and on the pool, where they were set; null: not set. Times in milliseconds; 0 is no bound. */
export interface LimitOptions {
  readonly socketTimeoutMS: number | null
  readonly waitQueueTimeoutMS: number | null
  readonly maxPoolSize: number | null
}

export interface EffectiveOptions {
  readonly tls: boolean
  readonly tlsAllowInvalidCertificates: boolean
  readonly tlsAllowInvalidHostnames: boolean
  readonly tlsCAFile: string | null
  readonly tlsCertificateKeyFile: string | null
  readonly hasCertificateKeyPassword: boolean
  readonly replicaSet: string | null
  readonly directConnection: boolean | null
  readonly loadBalanced: boolean
  readonly authMechanism: string | null
  /** As given; null when it is left to the default. */
  readonly authSource: string | null
  /** What the default makes of it; null without credentials. */
  readonly effectiveAuthSource: string | null
  readonly readPreference: string | null
  readonly retryWrites: boolean | null
  readonly serverSelectionTimeoutMS: number
  readonly connectTimeoutMS: number
  readonly srvServiceName: string
  readonly srvMaxHosts: number
  readonly compressors: readonly string[]
  /** Absent in evidence of older versions, as the three below. */
  readonly tlsCRLFile?: string | null
  readonly appName?: string | null
  /** The Stable API that was declared in code; null: none. */
  readonly serverApi?: ServerApi | null
  readonly selection?: SelectionOptions
  /** Absent in evidence of older versions. */
  readonly limits?: LimitOptions
  readonly proxy: { readonly host: string; readonly port: number; readonly hasCredentials: boolean } | null
}
