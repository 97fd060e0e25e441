export type { Served, Where } from './served.ts'
export { listen } from './served.ts'
export * from './tcp/index.ts'
export * from './unix/index.ts'
