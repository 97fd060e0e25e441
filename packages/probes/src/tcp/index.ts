export { openTcp, resetBeforeUse } from './open.ts'
export type { OpenedTcp, TcpDestination } from './open.ts'
