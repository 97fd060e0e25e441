import { defaultOptions, Secret } from '@mongowhy/core'
import type { Report } from '@mongowhy/core'
import { diagnose } from '@mongowhy/diagnose'
import { serveMongo } from '@mongowhy/fault-kit'
import type { Served } from '@mongowhy/fault-kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// A name that no resolver knows (RFC 2606): what is found, the application's own look-up found.
const name = 'db.mongowhy.invalid'
let served: Served

beforeAll(async () => {
  served = await serveMongo({ host: '127.0.0.3' })
})
afterAll(() => served.stop())

type Callback = (error: Error | null, found?: unknown, family?: number) => void
type LookUp = (host: string, options: object, callback: Callback) => unknown

function diagnosed(lookup: LookUp): Promise<Report> {
  return diagnose(
    { uri: new Secret(`mongodb://${name}:${served.port}/`), source: 'test' },
    { ...defaultOptions, timeoutMs: 15_000, stageTimeoutMs: 2_000, driverOptions: { lookup } },
  )
}

function failing(code: string): Error {
  return Object.assign(new Error('no'), { code })
}

const broken: readonly (readonly [what: string, code: string | null, lookup: LookUp])[] = [
  [
    'knows no such name',
    'dns-host-missing',
    (_, __, callback) => {
      callback(failing('ENOTFOUND'))
    },
  ],
  [
    'hands over what is no address',
    'dns-host-missing',
    (_, __, callback) => {
      callback(null, [{ address: 7 }, 'x', null])
    },
  ],
  ['says nothing', 'dns-temporary', () => {}],
  [
    'answers twice',
    'dns-temporary',
    (_, __, callback) => {
      callback(failing('EAI_AGAIN'))
      callback(null, '127.0.0.3', 4)
    },
  ],
  [
    'throws',
    null,
    () => {
      throw failing('look-up\u001b[31m broke')
    },
  ],
]

describe('a look-up of the application’s own', () => {
  test.for<[string, unknown[]]>([
    ['a list', [[{ address: '127.0.0.3', family: 4 }]]],
    ['one address', ['127.0.0.3', 4]],
  ])('leads where the application goes: %s', async ([, found]) => {
    const { verdict, evidence } = await diagnosed((_, __, callback) => callback(null, ...found))
    expect(verdict.outcome).toBe('healthy')
    const looks = JSON.stringify(evidence.looks.filter(({ ask }) => ask.probe === 'dns.query'))
    expect(looks).toContain('"transport":"lookup"')
    expect(looks).not.toContain('getaddrinfo')
  })

  test.for(broken)('is what failed where it %s', async ([, code, lookup]) => {
    const report = await diagnosed(lookup)
    expect(report.verdict.primary?.code ?? null).toBe(code)
    expect(JSON.stringify(report)).not.toContain('\\u001b')
  })
})
