import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'wire-compressor',
  summary: 'a compressor in the connection string that no driver has',
  certainty: 'certain',
  start: () => startServer({}, '/?authSource=admin&compressors=lz4'),
})
