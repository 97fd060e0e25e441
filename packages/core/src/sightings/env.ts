/** The machine and the runtime that this process stands in. */
export interface HostSighting {
  readonly platform: string
  readonly release: string
  readonly arch: string
  readonly node: string
  readonly openssl: string
  readonly container: 'docker' | 'podman' | 'kubernetes' | 'other' | null
  readonly proxyVariables: readonly { readonly name: string; readonly value: string }[]
  /** `dns.getServers()`. */
  readonly runtimeResolvers: readonly string[]
  /** The system's own, from its configuration; null where that cannot be read. */
  readonly systemResolvers: readonly string[] | null
  readonly searchDomains: readonly string[]
  /** Lines of the hosts file that concern a host of the target. */
  readonly hostsFile: readonly { readonly address: string; readonly name: string }[]
  readonly clock: { readonly now: string; readonly plausible: boolean; readonly reason: string | null }
  /** Addresses of this machine's own interfaces, with the network that each is in (`10.1.2.3/24`). */
  readonly interfaces?: readonly {
    readonly name: string
    readonly address: string
    readonly network: string | null
  }[]
  /** TCP sockets of this machine (of this network namespace): open, waiting to be forgotten, and the local ports that there are. */
  readonly sockets?: { readonly open: number; readonly timeWait: number; readonly localPorts: number | null }
  readonly descriptors: { readonly limit: number | null; readonly open: number | null }
  readonly caSources: readonly CaSource[]
  /**
   * Variables that are named as options of a connection string are (`authSource`, `retryWrites`): what a shell makes of
   * a string that it cut at an `&`.
   */
  readonly optionVariables?: readonly string[]
  /** `NODE_TLS_REJECT_UNAUTHORIZED=0`: whoever does not ask for verification by name gets none. */
  readonly verificationOff?: true
  /** This process stands in the background of its terminal, as after an `&`; absent: nobody can tell. */
  readonly inBackground?: boolean
  /** `autoSelectFamily`: Node tries both families when a name has both. */
  readonly triesBothFamilies: boolean
  /** Lookup order as the runtime gives it to the driver. */
  readonly addressOrder: 'verbatim' | 'ipv4first' | 'ipv6first'
}

export interface CaSource {
  readonly source: 'bundled' | 'system' | 'NODE_EXTRA_CA_CERTS' | 'SSL_CERT_FILE' | 'option' | 'tlsCAFile'
  readonly path: string | null
  readonly certificates: number
  readonly usedByDriver: boolean
  readonly problem: string | null
}

/** What the current folder says of the application that lives there; empty where none does. */
export interface ProjectSighting {
  /** The driver and what it can load, as installed for a program of this folder. `within`: the package that brought its own. */
  readonly packages: readonly {
    readonly name: string
    readonly version: string
    readonly within: string | null
  }[]
  /** Services of a Compose file that are named as a host of the target is. */
  readonly services: readonly {
    readonly file: string
    readonly name: string
    /** Ports of the service that are published, by the port outside. */
    readonly published: readonly { readonly outside: number; readonly inside: number }[]
  }[]
}

/** Another runtime found on PATH, and what its version command printed. */
export interface RuntimeSighting {
  readonly runtimes: readonly {
    readonly name: 'python' | 'java' | 'go' | 'deno' | 'bun' | 'php' | 'ruby' | 'openssl' | 'mongosh'
    readonly path: string
    readonly version: string
    /** The TLS library it is linked to, as it says itself. */
    readonly tlsLibrary: string | null
  }[]
  /** Found on PATH, but did not tell its version within its bound. */
  readonly unanswered?: readonly string[]
}

/** A file that a TLS option names, checked before it is used. */
export interface FileSighting {
  readonly option: 'tlsCAFile' | 'tlsCertificateKeyFile' | 'tlsCRLFile'
  readonly path: string
  readonly outcome:
    | {
        readonly is: 'usable'
        readonly certificates: number
        readonly keys: number
        readonly encryptedKey: boolean
        /** Of a key file: the certificate's subject as MongoDB names users (RFC 2253). Absent in older evidence. */
        readonly subject?: string
      }
    | { readonly is: 'missing' }
    | { readonly is: 'unreadable'; readonly errno: string }
    | { readonly is: 'too-large'; readonly bytes: number }
    | { readonly is: 'not-a-file' }
    | { readonly is: 'unfit'; readonly problem: FileProblem; readonly detail: string | null }
}

export type FileProblem =
  | 'empty'
  | 'no-certificate'
  | 'no-key'
  | 'der'
  | 'java-keystore'
  /** Text in two bytes for each character, as PowerShell's `>` writes it. */
  | 'utf-16'
  | 'pkcs12'
  | 'certificate-unreadable'
  | 'key-unreadable'
  | 'key-encrypted-no-password'
  | 'key-password-wrong'
  | 'key-mismatch'
  /** It belongs to another certificate of the file than the first, which is the one that is sent. */
  | 'key-of-later-certificate'
  | 'client-certificate-expired'
  | 'client-certificate-not-yet-valid'
  | 'client-certificate-purpose'
