export { lookHost } from './host.ts'
export { lookRuntimes } from './runtimes.ts'
