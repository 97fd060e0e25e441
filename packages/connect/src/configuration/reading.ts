// What a connect loads first: the reading of what was configured.
export { readConfiguration } from './read.ts'
export { credentialInSource } from './source-literal.ts'
