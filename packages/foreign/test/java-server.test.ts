import { describe, expect, test } from 'vitest'

import { needsJavaServer, startJavaServer } from '../src/index.ts'
import { diagnosed, during, told } from './diagnosed.ts'
import { needing } from './needing.ts'

describe('mongo-java-server', () => {
  needing(needsJavaServer)

  test('is too old for the driver', async () => {
    const server = await during(startJavaServer())
    const report = await diagnosed(`mongodb://127.0.0.1:${server.port}/test`)
    expect(told(report)).toMatchObject({ outcome: 'explained', primary: 'wire-server-too-old certain' })
  })
})
