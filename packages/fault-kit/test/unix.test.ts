import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { abandonedUnixSocket, answerWith, serveUnixSocket } from '../src/index.ts'
import { look } from './clients.ts'

let directory = ''

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fault-kit-'))
})

afterAll(() => rm(directory, { recursive: true }))

test('a Unix socket serves a behaviour and goes away with it', async () => {
  const path = join(directory, 'mongodb-27017.sock')
  const served = await serveUnixSocket(path, answerWith('hi'))
  expect(served).toMatchObject({ host: path, port: 0 })
  expect(await look(served)).toMatchObject({ text: 'hi', ended: 'end' })
  await served.stop()
  expect(existsSync(path)).toBe(false)
})

test('an abandoned socket file is there and refuses', async () => {
  const path = join(directory, 'left.sock')
  await abandonedUnixSocket(path)
  expect(existsSync(path)).toBe(true)
  expect((await look({ host: path, port: 0 })).ended).toBe('ECONNREFUSED')
})
