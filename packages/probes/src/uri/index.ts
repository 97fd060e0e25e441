export { lookUri } from './look.ts'
export { readingsByRule } from './readings.ts'
