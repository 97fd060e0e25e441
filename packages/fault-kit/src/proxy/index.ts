export { serveSocks5 } from './socks5.ts'
export type { ServedSocks5, Socks5Options } from './socks5.ts'
export { serveHttpProxy } from './http-proxy.ts'
export type { HttpProxyOptions } from './http-proxy.ts'
