/** What a TCP connection attempt to one address came to. */
export interface TcpSighting {
  readonly address: string
  readonly port: number | null
  readonly family: 'ipv4' | 'ipv6' | 'unix'
  readonly outcome:
    | { readonly is: 'open'; readonly roundTripMs: number }
    | { readonly is: 'refused' }
    | { readonly is: 'silent' }
    | {
        readonly is: 'unreachable'
        readonly errno:
          | 'ENETUNREACH'
          | 'EHOSTUNREACH'
          | 'EADDRNOTAVAIL'
          | 'ENETDOWN'
          // Linux makes these of rarer ICMP messages: protocol unreachable, host unknown, host isolated.
          | 'ENOPROTOOPT'
          | 'EHOSTDOWN'
          | 'ENONET'
        /** Whether this machine's own routing has a way there; then the refusal came back from elsewhere. Absent: not asked. */
        readonly routed?: boolean
      }
    /** Accepted, then reset before any byte of ours. */
    | { readonly is: 'reset' }
    | { readonly is: 'socket-missing' }
    | { readonly is: 'socket-denied' }
    /** `routed` as above, where the errno may have come back from elsewhere. */
    | { readonly is: 'failed'; readonly errno: string; readonly routed?: boolean }
}

/** What the SOCKS5 proxy did with a request to reach one endpoint. */
export interface ProxySighting {
  readonly proxy: string
  readonly outcome:
    | { readonly is: 'connected' }
    | { readonly is: 'unreachable'; readonly errno: string }
    /** Connected, and no word within the bound. After the request, the proxy may itself be waiting for the target. */
    | { readonly is: 'silent'; readonly after: 'greeting' | 'login' | 'request' }
    | { readonly is: 'not-socks'; readonly firstBytes: string }
    | { readonly is: 'closed'; readonly after: 'greeting' | 'login' | 'request' }
    | { readonly is: 'no-acceptable-method'; readonly offered: readonly ('none' | 'password')[] }
    | { readonly is: 'credentials-rejected' }
    /** RFC 1928 reply field. */
    | { readonly is: 'target-refused'; readonly reply: number }
}

/**
 * What is connected to for comparison: another port of the very address that the target was met at, the host that the
 * user named with `--control`, or the machine that a container runs on.
 */
export type ControlVariation =
  | { readonly of: 'same-host'; readonly address: string; readonly port: number }
  | { readonly of: 'control-host'; readonly port: number }
  | { readonly of: 'gateway'; readonly port: number }

/** What a connection for comparison came to, at each address that was tried; empty: the host has no address. */
export interface ControlSighting {
  readonly host: string
  readonly attempts: readonly TcpSighting[]
}
