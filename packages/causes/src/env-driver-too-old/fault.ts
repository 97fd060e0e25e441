import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isMainThread } from 'node:worker_threads'

import { serveMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'env-driver-too-old',
  // Another process stands in a folder of its own, and does not meet this.
  summary: 'An application with the driver 3.1 in the current folder (of this process only).',
  certainty: 'likely',
  bearing: 'advisory',
  unavailable: () => (isMainThread ? null : 'a worker thread cannot change its folder'),
  start: async () => {
    const server = await serveMongo({ users: [ada] })
    const folder = await mkdtemp(join(tmpdir(), 'mongowhy-lab-'))
    const driver = join(folder, 'node_modules', 'mongodb')
    await mkdir(driver, { recursive: true })
    await writeFile(join(driver, 'package.json'), '{"name":"mongodb","version":"3.1.13"}')
    const before = process.cwd()
    process.chdir(folder)
    return {
      uri: `mongodb://ada:${canary}@${server.host}:${server.port}/?authSource=admin`,
      stop: async () => {
        process.chdir(before)
        await Promise.all([server.stop(), rm(folder, { recursive: true, force: true })])
      },
    }
  },
})
