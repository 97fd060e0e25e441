export { openThroughProxy } from './open.ts'
export type { OpenedThroughProxy, ProxySettings } from './open.ts'
