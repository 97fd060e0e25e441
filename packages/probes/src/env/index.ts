export { lookProject } from './project.ts'
export { lookHost } from './host.ts'
export { lookRuntimes } from './runtimes.ts'
