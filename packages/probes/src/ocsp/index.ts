export { askResponder } from './ask.ts'
export { stapledIn } from './stapled.ts'
