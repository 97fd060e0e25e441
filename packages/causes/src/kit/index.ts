export * from './case.ts'
export * from './evidence.ts'
export * from './deployment.ts'
export { answers, discovers } from './members.ts'
