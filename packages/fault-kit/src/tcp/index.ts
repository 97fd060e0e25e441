export { serveTcp } from './serve-tcp.ts'
export type { Behaviour } from './serve-tcp.ts'
export {
  acceptAndClose,
  acceptAndHang,
  acceptAndReset,
  answerAfter,
  answerWith,
  closeAfterBytes,
  resetAfterBytes,
  trickle,
} from './behaviours.ts'
export type { Ending } from './behaviours.ts'
export { closedPort } from './closed-port.ts'
export { silentPort } from './silent-port.ts'
export { unroutedAddress } from './unrouted-address.ts'
export { relay, relayTo } from './relay.ts'
export type { RelayManner, RelayOptions } from './relay.ts'
