/** `host:port`, with brackets around an IPv6 address; a Unix socket's path alone. */
export function hostAndPort(host: string, port: number): string {
  if (port === 0) return host
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}
