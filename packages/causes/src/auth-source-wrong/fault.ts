import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'auth-source-wrong',
  summary: 'a user of admin, and authSource names another database',
  certainty: 'certain',
  start: () => startServer({ version: '7.0.14' }, '/app?authSource=app'),
})
