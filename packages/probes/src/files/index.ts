export { checkFile } from './check.ts'
export { readPem } from './read.ts'
