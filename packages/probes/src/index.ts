export * from './bound.ts'
export * from './context.ts'
export * from './recorder.ts'
