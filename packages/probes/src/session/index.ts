export { driverVersion } from './open-driver.ts'
export type { SessionTarget } from './open-driver.ts'
export * from './run-session.ts'
export type { AddressesOf } from './lookup.ts'
