import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach } from 'vitest'

import { serveMongo } from '@mongowhy/fault-kit'
import { connect } from '@mongowhy/connect'
import type { Mongo } from '@mongowhy/connect'

const ends: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

export function atEnd(end: () => Promise<unknown>): void {
  ends.push(end)
}

/** A connection to a server that works, and what stops that server. */
export async function working(): Promise<{ readonly mongo: Mongo; lose(): Promise<void> }> {
  const served = await serveMongo()
  atEnd(() => served.stop())
  const mongo = await connect({
    env: { MONGODB_URI: `mongodb://127.0.0.1:${served.port}/app` },
    driver: { serverSelectionTimeoutMS: 500 },
  })
  atEnd(() => mongo.close())
  return { mongo, lose: () => served.stop() }
}

/** Listens on loopback; resolves to the base URL. */
export async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atEnd(() => new Promise((resolve) => server.close(resolve)))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export interface Fetched {
  readonly code: number
  readonly type: string | null
  readonly text: string
}

export interface Init {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
}

export async function fetched(url: string, init: Init = {}): Promise<Fetched> {
  const response = await fetch(url, { ...init, headers: { connection: 'close', ...init.headers } })
  return { code: response.status, type: response.headers.get('content-type'), text: await response.text() }
}
