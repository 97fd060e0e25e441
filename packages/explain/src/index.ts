export { explain, explainSieved } from './explain.ts'
export type { Candidate, Explanation } from './explanation.ts'
export { Sieve } from './read/sieve.ts'
