export * from './build.ts'
export * from './hello.ts'
