export * from './build.ts'
export * from './hello.ts'
export * from './banner.ts'
export * from './http.ts'
