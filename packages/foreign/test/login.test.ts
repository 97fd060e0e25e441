import { describe, expect, test } from 'vitest'

import { needsFerretDb, startFerretDb } from '../src/index.ts'
import { diagnosed, during, told } from './diagnosed.ts'
import { needing } from './needing.ts'

const user = { name: 'ann', password: 'correct-4a1c' }
const wrong = 'wrong-77f0'

describe('a login to FerretDB with users of its own', () => {
  needing(needsFerretDb)

  test.each([
    // It names the mechanisms of users that it has, so what it refuses here is the password.
    ['a wrong password', `ann:${wrong}`, 'authSource=admin', 'auth-rejected certain'],
    ['an unknown user', `bob:${wrong}`, 'authSource=admin', 'auth-user-missing likely'],
    ['another source', `ann:${user.password}`, 'authSource=shop', 'auth-source-wrong'],
    ['no source', `ann:${user.password}`, '', 'auth-source-wrong'],
    [
      'a mechanism that it lacks',
      `ann:${user.password}`,
      'authSource=admin&authMechanism=PLAIN',
      'auth-mechanism certain',
    ],
  ])('with %s', async (_what, credentials, options, verdict) => {
    const { port } = await during(startFerretDb({ user }))
    const report = await diagnosed(`mongodb://${credentials}@127.0.0.1:${port}/shop?${options}`)
    expect(told(report)).toEqual({
      outcome: 'explained',
      primary: expect.stringContaining(verdict),
      others: [],
      advisories: ['wire-not-genuine'],
    })
    expect(JSON.stringify(report)).not.toContain(user.password)
    expect(JSON.stringify(report)).not.toContain(wrong)
  })

  test('with a mechanism that it lacks, and no source: another source alone would not help', async () => {
    const { port } = await during(startFerretDb({ user }))
    const report = await diagnosed(
      `mongodb://ann:${user.password}@127.0.0.1:${port}/shop?authMechanism=PLAIN`,
    )
    expect(told(report).primary).toBe('auth-mechanism certain')
  })

  test('with a certificate, which it cannot do', async () => {
    const { port } = await during(startFerretDb({ user }))
    const report = await diagnosed(`mongodb://127.0.0.1:${port}/shop?authMechanism=MONGODB-X509`)
    expect(told(report).primary).toMatch(/^auth-mechanism /)
  })

  test('without credentials', async () => {
    const { port } = await during(startFerretDb({ user }))
    const report = await diagnosed(`mongodb://127.0.0.1:${port}/shop`)
    expect(told(report).primary).toBe('auth-not-provided certain')
  })
})

describe('a login to FerretDB without users of its own', () => {
  needing(needsFerretDb)

  test('is refused for the mechanism', async () => {
    const { port } = await during(startFerretDb())
    const report = await diagnosed(`mongodb://ann:${wrong}@127.0.0.1:${port}/shop`)
    expect(told(report).primary).toBe('auth-mechanism certain')
  })
})
