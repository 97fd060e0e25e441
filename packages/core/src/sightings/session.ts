/** An error as the driver or the server gave it, redacted and bounded. Codes are the structure; the message is for people. */
export interface ServerError {
  readonly name: string
  readonly message: string
  readonly code: number | null
  readonly codeName: string | null
  readonly labels: readonly string[]
  /** errno-like code of a network or TLS failure below it. */
  readonly systemCode: string | null
  /** The optional module that the driver wanted to load and did not find. */
  readonly missingModule?: string
}

/** The login, by the official driver on one connection. */
export interface LoginSighting {
  readonly mechanism: string | null
  readonly authSource: string | null
  /** Why credentials may be sent here. */
  readonly permittedBy: 'verified-connection' | 'plain-by-request' | 'relaxed-by-request' | 'no-credentials'
  readonly outcome:
    | { readonly is: 'logged-in' }
    | { readonly is: 'no-credentials' }
    /** The server's own answer to the login. */
    | { readonly is: 'rejected'; readonly error: ServerError }
    /** The driver gave up before the server judged the credentials. */
    | { readonly is: 'failed'; readonly error: ServerError }
}

/** `connectionStatus` with privileges. */
export interface PrivilegesSighting {
  readonly outcome:
    | {
        readonly is: 'known'
        readonly authenticated: boolean
        readonly roles: readonly { readonly role: string; readonly db: string }[]
        /** Whether a role allows it on the target's database; null where privileges are not told. */
        readonly canFind: boolean | null
        readonly canWrite: boolean | null
        /** `listCollections` on the target's database. Absent in older evidence. */
        readonly canList?: boolean | null
        /** Databases that a role lets this login read, by name, the first sixteen; null where privileges are not told. */
        readonly readable?: readonly string[] | null
      }
    | { readonly is: 'failed'; readonly error: ServerError }
}

/** One command on the target. `namespace` is the database, or `db.collection`. */
export interface OperationSighting {
  readonly operation: 'ping' | 'read' | 'insert' | 'find-inserted' | 'update' | 'delete'
  readonly namespace: string
  readonly outcome: { readonly is: 'done' } | { readonly is: 'failed'; readonly error: ServerError }
}

/** The official driver's own attempt with the user's own options. */
export interface DriverSighting {
  readonly version: string
  readonly outcome:
    | { readonly is: 'connected' }
    | {
        readonly is: 'failed'
        readonly error: ServerError
        readonly phase: 'parse' | 'selection' | 'login' | 'other'
      }
    | { readonly is: 'cut-short' }
  readonly topology: string | null
  readonly servers: readonly {
    readonly address: string
    readonly type: string
    readonly error: ServerError | null
  }[]
}

/** One more attempt of the official driver, with one change or with none. */
export interface DriverTrySighting {
  readonly outcome:
    /** Connected, logged in where there are credentials, and read. */
    | { readonly is: 'worked' }
    | {
        readonly is: 'failed'
        readonly phase: 'parse' | 'selection' | 'login' | 'operation' | 'other'
        readonly error: ServerError
      }
  /** Until it was connected and logged in, in milliseconds; null where it was not. */
  readonly connectMs: number | null
}
