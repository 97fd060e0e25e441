export * from './context.ts'
export * from './recorder.ts'
