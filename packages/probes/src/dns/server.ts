import { hostKind } from '@mongowhy/core'

const dnsPort = 53

/** Takes apart `1.1.1.1`, `1.1.1.1:53`, `::1`, `[::1]:53`, `[fe80::1%eth0]`; the port defaults to 53. */
export function serverParts(server: string): { readonly host: string; readonly port: number } {
  const bracketed = /^\[([^\]]+)\](?::(\d+))?$/.exec(server)
  if (bracketed !== null) return { host: bracketed[1] ?? '', port: Number(bracketed[2] ?? dnsPort) }
  const parts = /^([^:]+):(\d+)$/.exec(server)
  if (parts === null || hostKind(server) === 'socket') return { host: server, port: dnsPort }
  return { host: parts[1] ?? '', port: Number(parts[2]) }
}
