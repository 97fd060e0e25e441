import { X509Certificate } from 'node:crypto'

import { Secret, defaultOptions } from '@mongowhy/core'
import type { DiagnoseOptions, Report } from '@mongowhy/core'
import { diagnose } from '@mongowhy/diagnose'
import { authority, serveHttp, serveMongo, serveTls, temporaryFile } from '@mongowhy/fault-kit'
import type { MongoOptions } from '@mongowhy/fault-kit'
import { afterEach, describe, expect, test } from 'vitest'

const stops: (() => Promise<void>)[] = []
const password = 'canary-7f3d9b51'

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

function kept<S extends { stop(): Promise<void> }>(served: S): S {
  stops.push(() => served.stop())
  return served
}

function diagnosed(uri: string, options: Partial<DiagnoseOptions> = {}): Promise<Report> {
  return diagnose({ uri: new Secret(uri), source: 'argument' }, { ...defaultOptions, ...options })
}

/** A server that counts the connections on which a login was begun: a hello may carry the first step of one. */
async function counting(options: MongoOptions = {}): Promise<{ port: number; logins: () => number }> {
  const begun = new Set<number>()
  const served = kept(
    await serveMongo({
      version: '7.0.14',
      users: [{ name: 'ada', password }],
      ...options,
      onCommand: (name, { connectionId }) => {
        if (name === 'saslStart') begun.add(connectionId)
        return undefined
      },
    }),
  )
  return { port: served.port, logins: () => begun.size }
}

const primaryOf = ({ verdict }: Report): readonly unknown[] => [
  verdict.primary?.code,
  verdict.primary?.certainty,
]

describe('a change that costs a login', () => {
  test('is tried only when that is asked for, and then proves the cause', async () => {
    const { port, logins } = await counting()
    const uri = `mongodb://ada:${password}@127.0.0.1:${port}/app?authSource=app`
    const safe = primaryOf(await diagnosed(uri))
    expect(safe[0]).toBe('auth-source-wrong')
    expect(safe[1]).not.toBe('proven')
    expect(logins()).toBe(1)
    const asked = await diagnosed(uri, { prove: 'asked' })
    expect(primaryOf(asked)).toEqual(['auth-source-wrong', 'proven'])
    expect(asked.verdict.primary?.confirm).toBeNull()
    expect(JSON.stringify(asked)).not.toContain(password)
  })

  test('that fails as well withdraws the cause, and no third login is tried', async () => {
    // A release that names mechanisms for anybody, so that only a login tells where the user is.
    const { port, logins } = await counting({ users: [{ name: 'bob', password }], maxWireVersion: 27 })
    const uri = `mongodb://ada:${password}@127.0.0.1:${port}/app`
    const report = await diagnosed(uri, { prove: 'asked' })
    expect(report.verdict.primary?.code).not.toBe('uri-authsource-defaulted')
    expect(report.verdict.ruledOut.map(({ code }) => code)).toContain('uri-authsource-defaulted')
    expect(logins()).toBe(2)
  })

  test('a password with a line break is tried without it', async () => {
    const { port } = await counting()
    const uri = `mongodb://ada:${password}%0A@127.0.0.1:${port}/?authSource=admin`
    const report = await diagnosed(uri, { prove: 'asked' })
    expect(primaryOf(report)).toEqual(['auth-secret-corrupted', 'proven'])
    expect(JSON.stringify(report)).not.toContain(password)
  })
})

describe('a change of options', () => {
  test('a set whose names do not resolve is met by a direct connection', async () => {
    const users = [{ name: 'ada', password }]
    const { port } = kept(
      await serveMongo({
        setName: 'rs0',
        hosts: ['mongo.lab.invalid:27017'],
        me: 'mongo.lab.invalid:27017',
        users,
      }),
    )
    const uri = `mongodb://ada:${password}@127.0.0.1:${port}/?authSource=admin&replicaSet=rs0`
    expect(primaryOf(await diagnosed(uri, { prove: 'asked' }))).toEqual([
      'topology-advertised-hosts',
      'proven',
    ])
  })

  test('a wrong set name is proven by the right one, and nothing is tried with --no-prove', async () => {
    const { port } = kept(await serveMongo({ setName: 'rs0', users: [{ name: 'ada', password }] }))
    const uri = `mongodb://ada:${password}@127.0.0.1:${port}/?authSource=admin&replicaSet=other`
    expect(primaryOf(await diagnosed(uri, { prove: 'asked' }))).toEqual(['topology-set-name', 'proven'])
    const off = await diagnosed(uri, { prove: 'off' })
    expect(primaryOf(off)).toEqual(['topology-set-name', 'certain'])
    expect(off.evidence.looks.some(({ ask }) => ask.probe === 'driver.try')).toBe(false)
  })

  test('what fails later for another reason proves the cause all the same', async () => {
    const { port } = kept(await serveMongo({ setName: 'rs0', users: [{ name: 'ada', password: 'another' }] }))
    const uri = `mongodb://ada:${password}@127.0.0.1:${port}/?authSource=admin&replicaSet=other`
    const report = await diagnosed(uri, { prove: 'asked' })
    expect(primaryOf(report)).toEqual(['topology-set-name', 'proven'])
    const says = report.verdict.primary?.because.flatMap(({ says: { words } }) => words).join('')
    expect(says).toContain('failed later')
  })
})

describe('a change of TLS', () => {
  test('a plain server is proven by hellos in turn, and hears no credentials', async () => {
    const heard: string[] = []
    const served = kept(
      await serveMongo({
        users: [{ name: 'ada', password }],
        onCommand: (name) => void heard.push(name),
      }),
    )
    const uri = `mongodb://ada:${password}@127.0.0.1:${served.port}/?tls=true`
    const report = await diagnosed(uri, { prove: 'asked', stageTimeoutMs: 1_500 })
    expect(primaryOf(report)).toEqual(['tls-server-is-plain', 'proven'])
    expect(heard.filter((name) => name.startsWith('sasl'))).toEqual([])
  })

  test('an issuer that completes the chain is proven by strict handshakes', async () => {
    const root = authority()
    const between = root.intermediate()
    const der = new X509Certificate(between.certificatePem).raw
    const web = kept(await serveHttp({ answer: () => der }))
    const issued = between.issue({ names: ['db.lab.test'], caIssuersUrl: `http://127.0.0.1:${web.port}/ca` })
    const { port } = kept(await serveTls({ issued, chain: issued.certificatePem }))
    const ca = await temporaryFile('ca.pem', root.certificatePem)
    stops.push(() => ca.remove())
    const report = await diagnosed(`mongodb://db.lab.test:${port}/?tls=true`, {
      prove: 'asked',
      caFile: ca.path,
      resolve: [{ host: 'db.lab.test', port, address: '127.0.0.1' }],
      stageTimeoutMs: 1_000,
    })
    expect(primaryOf(report)).toEqual(['tls-intermediate-missing', 'proven'])
  })
})
