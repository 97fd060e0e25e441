export type { Cluster } from './clusters.ts'
export { periodOf } from './statistics.ts'
export { burst, comesAndGoes, repeatsIn, repetition } from './summary.ts'
export type { RepeatedDriver, RepeatedPlace, RepeatedStep, Repeats } from './summary.ts'
