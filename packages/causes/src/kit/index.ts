export * from './case.ts'
export * from './evidence.ts'
