/** `host:port`, `[ipv6]:port`, or the absolute path of a Unix socket. The key under which looks are gathered. */
export type Endpoint = string

export type HostKind = 'name' | 'ipv4' | 'ipv6' | 'socket'

/** The endpoint of a host and a port; IPv6 literals get their brackets. */
export function endpointOf(host: string, port: number): Endpoint {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}

/** Takes an endpoint apart; a Unix socket has no port. */
export function endpointParts(endpoint: Endpoint): { readonly host: string; readonly port: number | null } {
  if (endpoint.startsWith('/')) return { host: endpoint, port: null }
  const colon = endpoint.lastIndexOf(':')
  const host = endpoint.slice(0, colon).replace(/^\[|\]$/g, '')
  return { host, port: Number(endpoint.slice(colon + 1)) }
}

const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/

/** What a host literal is, by its form alone. */
export function hostKind(host: string): HostKind {
  if (host.startsWith('/')) return 'socket'
  if (host.includes(':')) return 'ipv6'
  return ipv4.test(host) ? 'ipv4' : 'name'
}

/** Whether an address or name means this machine. */
export function isLoopback(host: string): boolean {
  const bare = host.toLowerCase().replace(/\.$/, '')
  return (
    bare === 'localhost' ||
    bare.endsWith('.localhost') ||
    bare === '::1' ||
    bare.startsWith('::ffff:127.') ||
    (ipv4.test(bare) && bare.startsWith('127.'))
  )
}

/** Whether an address is private (RFC 1918, RFC 4193, link-local, carrier-grade NAT) or this machine's own. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.toLowerCase().replace(/^::ffff:(?=\d)/, '')
  if (isLoopback(bare)) return true
  if (bare.includes(':')) return /^f[cd]/.test(bare) || /^fe[89ab]/.test(bare)
  if (!ipv4.test(bare)) return false
  const [a = 0, b = 0] = bare.split('.').map(Number)
  return (
    a === 10 ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b < 128)
  )
}
