import { afterEach, beforeAll, expect } from 'vitest'

import { connect, defineCollections } from '@mongowhy/connect'
import type { ConnectEvent, ConnectOptions, Logger, Mongo, Status } from '@mongowhy/connect'

import { loadOn } from './load.ts'
import type { Load } from './load.ts'
import { quick } from './quick.ts'
import type { Way } from '@mongowhy/foreign'

// oxlint-disable-next-line typescript/consistent-type-definitions -- an interface has no index signature.
type Collections = { readonly days: { readonly name: string } }

const collections: Collections = defineCollections({ days: { name: 'days' } })
export const silent: Logger = { info: (): void => {}, warn: (): void => {}, error: (): void => {} }

export interface Scene {
  readonly mongo: Mongo<Collections>
  readonly load: Load
  readonly events: readonly ConnectEvent[]
  /** Waits until the status is as told. */
  becomes(expected: object): Promise<Status>
  /** Waits until operations succeed again. */
  worksAgain(): Promise<void>
  /** Ends load and connection; nothing may be left, and everything that was acknowledged must be there. */
  end(): Promise<void>
}

/** Runs after each test, last to first. */
export const after: (() => Promise<unknown>)[] = []

export function bad(): void {
  // The rules are many modules; loading them from source takes longer than any diagnosis.
  beforeAll(() => import('../../src/diagnosis.ts'), 120_000)
  afterEach(async () => {
    for (const end of after.splice(0).reverse()) await end()
  })
}

// The contract says 10 s on a machine that has time; one that runs all suites at once is given more.
const patience = { timeout: 25_000, interval: 200 }

/** An application under load on a way to its server. */
export async function underLoad(
  way: Pick<Way, 'open'> | null,
  uri: string,
  options: Omit<ConnectOptions, 'collections'> = {},
): Promise<Scene> {
  const events: ConnectEvent[] = []
  const { driver, ...others } = options
  const mongo = await connect({
    collections,
    uri,
    env: { NODE_ENV: 'test' },
    onEvent: (event) => events.push(event),
    logger: silent,
    ...others,
    driver: { ...quick, ...driver },
  })
  after.push(() => mongo.close())
  const load = loadOn(() => mongo.collections.days as never)
  after.push(() => load.stop())
  await expect.poll(() => load.acknowledged.length, patience).toBeGreaterThan(20)
  const becomes = async (expected: object): Promise<Status> => {
    await expect.poll(() => mongo.status(), patience).toMatchObject(expected)
    return mongo.status()
  }
  const worksAgain = async (): Promise<void> => {
    const before = load.acknowledged.length
    await expect.poll(() => load.acknowledged.length, patience).toBeGreaterThan(before + 20)
  }
  const end = async (): Promise<void> => {
    await load.stop()
    const found = await mongo.collections.days.find({}, { projection: { _id: 1 } }).toArray()
    const there = new Set(found.map(({ _id }) => Number(_id)))
    expect(load.acknowledged.filter((id) => !there.has(id))).toEqual([])
    await mongo.close()
    if (way !== null) await expect.poll(() => way.open(), patience).toBe(0)
  }
  return { mongo, load, events, becomes, worksAgain, end }
}
