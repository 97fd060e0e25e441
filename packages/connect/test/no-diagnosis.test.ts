import { closedPort } from '@mongowhy/fault-kit'
import { connect } from '@mongowhy/connect'
import { expect, onTestFinished, test, vi } from 'vitest'

// As in an application's bundle that lacks the files of the diagnosis.
vi.mock('../src/diagnosis.ts', () => {
  throw new Error('Cannot find module for canary-7f3d9b51-do-not-print')
})

test('where no diagnosis can be made, the driver’s own error is told, and that once', async () => {
  const { port, stop } = await closedPort()
  onTestFinished(stop)
  const told: string[] = []
  const failing = (): Promise<unknown> =>
    connect({
      uri: `mongodb://ada:canary-7f3d9b51-do-not-print@127.0.0.1:${port}/app`,
      env: {},
      timeoutMs: 2_000,
      logger: {
        info: () => {},
        error: () => {},
        warn: (fields, message) => told.push(JSON.stringify(fields) + message),
      },
    })
  const refused = {
    name: 'MongoWhyError',
    code: 'unexplained',
    cause: { message: expect.stringContaining('ECONNREFUSED') },
  }
  await expect(failing()).rejects.toMatchObject(refused)
  await expect(failing()).rejects.toMatchObject(refused)
  const [once, ...more] = told.filter((line) => line.includes('MONGOWHY_NO_DIAGNOSIS'))
  expect(once).toContain('out of the bundle')
  expect(once).not.toContain('canary')
  expect(more).toEqual([])
})
