import type { TlsMatrixSighting } from '@mongowhy/core'
import { acceptAndHang, authority, serveAlert, serveTcp, serveTls } from '@mongowhy/fault-kit'
import type { Served } from '@mongowhy/fault-kit'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'

import { explore } from '../src/tls/matrix/explore.ts'
import type { Choice } from '../src/tls/matrix/explore.ts'
import { allSuites } from '../src/tls/matrix/suites.ts'
import { contextFor, lookFor, tlsSettings } from './experiment-context.ts'

const host = 'db.lab.test'
const stops: (() => Promise<void>)[] = []
const issued = authority().issue({ names: [host] })

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function matrixOf(served: Served, timeoutMs = 2_000): Promise<TlsMatrixSighting> {
  stops.push(() => served.stop())
  const endpoint = `${host}:${served.port}`
  const ctx = contextFor(`mongodb://${endpoint}/?tls=true`)
  const vary = { address: '127.0.0.1' }
  const look = await lookFor(ctx, tlsSettings, { probe: 'tls.matrix', endpoint, vary }, timeoutMs)
  if (look.status !== 'seen') throw new Error(`not seen: ${look.status}`)
  return look.saw
}

function namesOf({ versions }: TlsMatrixSighting): Record<string, string[]> {
  return Object.fromEntries(
    versions.map(({ version, suites }) => [version, suites.map(({ name }) => name).toSorted()]),
  )
}

describe('real servers', () => {
  test('a narrow one is found as it is configured', async () => {
    const ciphers = 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-SHA:TLS_AES_128_GCM_SHA256'
    expect(namesOf(await matrixOf(await serveTls({ issued, ciphers })))).toEqual({
      'TLSv1.2': ['TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA'],
      'TLSv1.3': ['TLS_AES_128_GCM_SHA256'],
    })
  })

  test('a wide one down to TLS 1.0, with what nobody should offer', async () => {
    const weak = authority().issue({ names: [host], weakKey: true })
    const served = await serveTls({
      issued: weak,
      ciphers: 'ALL:COMPLEMENTOFALL:@SECLEVEL=0',
      minVersion: 'TLSv1',
    })
    const matrix = await matrixOf(served)
    const found = namesOf(matrix)
    expect(Object.keys(found)).toEqual(['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'])
    expect(found['TLSv1']).toContain('TLS_RSA_WITH_AES_128_CBC_SHA')
    expect(found['TLSv1.2']).toEqual(
      expect.arrayContaining([
        'TLS_RSA_WITH_NULL_SHA256',
        'TLS_ECDH_anon_WITH_AES_128_CBC_SHA',
        'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
      ]),
    )
    expect(found['TLSv1']?.some((name) => name.includes('GCM'))).toBe(false)
    expect(matrix.unanswered).toBe(0)
  })

  test('one that refuses everything has none, and one that is silent is not taken for one that refuses', async () => {
    expect(await matrixOf(await serveAlert({ alert: 40 }))).toMatchObject({ versions: [], unanswered: 0 })
    const silent = await matrixOf(await serveTcp(acceptAndHang()), 150)
    expect(silent.versions).toEqual([])
    expect(silent.unanswered).toBe(silent.hellos)
  })
})

describe('any server', () => {
  /** A server that takes some suites of each version, and prefers them in its own order or the client's. */
  function server(taken: ReadonlyMap<number, readonly number[]>, own: boolean) {
    return async (version: number, offered: readonly number[]): Promise<Choice> => {
      const mine = taken.get(version) ?? []
      const suite = own ? mine.find((id) => offered.includes(id)) : offered.find((id) => mine.includes(id))
      return suite === undefined ? { is: 'refused' } : { is: 'chosen', suite, version }
    }
  }

  const ids = (tls13: boolean): readonly number[] =>
    allSuites()
      .filter((each) => each.tls13 === tls13)
      .map(({ id }) => id)

  test('everything that it takes is found, and nothing else, with hardly more hellos than suites', async () => {
    const versions = fc.record({
      0x0301: fc.subarray([...ids(false)]),
      0x0303: fc.subarray([...ids(false)]),
      0x0304: fc.subarray([...ids(true)]),
    })
    await fc.assert(
      fc.asyncProperty(versions, fc.boolean(), async (taken, own) => {
        const map = new Map(Object.entries(taken).map(([version, suites]) => [Number(version), suites]))
        const found = await explore(server(map, own))
        const sum = Object.values(taken).reduce((count, suites) => count + suites.length, 0)
        for (const { version, suites } of found.versions) {
          const number = {
            SSLv3: 0x0300,
            TLSv1: 0x0301,
            'TLSv1.1': 0x0302,
            'TLSv1.2': 0x0303,
            'TLSv1.3': 0x0304,
          }[version]
          expect(new Set(suites.map(({ id }) => id))).toEqual(new Set(map.get(number)))
        }
        expect(found.versions).toHaveLength(Object.values(taken).filter((suites) => suites.length > 0).length)
        expect(found.hellos).toBeLessThanOrEqual(sum + 16 + 3 * (3 * 13 + 2))
      }),
      { numRuns: 60 },
    )
  })

  test('whose order counts is told', async () => {
    const taken = new Map([[0x0303, [0xc02f, 0xc030, 0x009c]]])
    expect((await explore(server(taken, true))).versions[0]?.preference).toBe('server')
    expect((await explore(server(taken, false))).versions[0]?.preference).toBe('client')
  })

  test('an answer that was not offered counts for nothing', async () => {
    const liar = async (): Promise<Choice> => ({ is: 'chosen', suite: 0x1301, version: 0x0304 })
    const found = await explore(liar)
    expect(found.versions).toEqual([
      { version: 'TLSv1.3', suites: [{ id: 0x1301, name: 'TLS_AES_128_GCM_SHA256' }], preference: null },
    ])
  })
})
