export { Anonymizer } from './anonymizer.ts'
export { anonymizedReport } from './report.ts'
