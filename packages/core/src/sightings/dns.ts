/** Who was asked: the runtime's c-ares, the operating system, or a resolver given as `host:port`. */
export type Resolver = 'runtime' | 'system' | { readonly server: string }

export type RecordType = 'A' | 'AAAA' | 'SRV' | 'TXT' | 'CNAME'

export type DnsRecord =
  | { readonly type: 'A' | 'AAAA'; readonly address: string }
  | {
      readonly type: 'SRV'
      readonly target: string
      readonly port: number
      readonly priority: number
      readonly weight: number
    }
  | { readonly type: 'TXT'; readonly text: string }
  | { readonly type: 'CNAME'; readonly target: string }

/** What a resolver said. Its codes are kept apart: they have different causes. */
export type DnsSighting = {
  readonly name: string
  readonly type: RecordType
  /** The resolver that answered or failed to, as an address; null for `getaddrinfo` and `lookup`. */
  readonly server: string | null
  /** `lookup`: a function of the application's own, among its driver's options. */
  readonly transport: 'udp' | 'tcp' | 'getaddrinfo' | 'c-ares' | 'lookup'
} & (
  | { readonly outcome: 'answer'; readonly records: readonly DnsRecord[]; readonly total: number }
  | { readonly outcome: 'nodata' }
  | { readonly outcome: 'nxdomain' }
  | { readonly outcome: 'servfail' }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'rcode'; readonly rcode: number }
  | { readonly outcome: 'timeout' }
  | { readonly outcome: 'unreachable'; readonly errno: string }
  | { readonly outcome: 'malformed'; readonly detail: string }
  | { readonly outcome: 'truncated'; readonly tcp: 'refused' | 'silent' | 'failed' }
  | { readonly outcome: 'temporary' }
  | { readonly outcome: 'failed'; readonly code: string }
)
