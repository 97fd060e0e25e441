import { authority, selfSigned, serveTcp, serveTls, temporaryFile } from '@mongowhy/fault-kit'
import type { Served } from '@mongowhy/fault-kit'
import { describe, expect, onTestFinished, test } from 'vitest'

import type { Met } from './hostile.ts'
import { answer, drip, flood, forged, meeting } from './hostile-peers.ts'

describe('what speaks TLS', () => {
  const ca = authority()
  const leaf = ca.issue({ names: ['localhost'], addresses: ['127.0.0.1'] })

  async function overTls(served: Promise<Served>): Promise<Met> {
    const { path, remove } = await temporaryFile('ca.pem', ca.certificatePem)
    onTestFinished(remove)
    return meeting(served, 'tls=true', ['--ca-file', path])
  }

  test('a chain of a thousand', async () => {
    const many = Array.from({ length: 1_000 }, () => ca.intermediate().certificatePem).join('')
    const met = await overTls(serveTls({ issued: leaf, chain: leaf.certificatePem + many }))
    expect(met.outcome).not.toBe('healthy')
  })

  test('a certificate for a thousand names', async () => {
    const issued = ca.issue({ names: Array.from({ length: 3_000 }, (_, n) => `h${n}.lab.test`) })
    expect((await overTls(serveTls({ issued }))).code).toBe('tls-hostname-mismatch')
  })

  test('a certificate with names for a terminal', async () => {
    const issued = selfSigned({
      commonName: `a${forged}\0b`,
      names: [`x${forged}.lab.test`, 'DNS:a, DNS:localhost'],
    })
    expect((await overTls(serveTls({ issued }))).code).toMatch(/^tls-/)
  })

  test('a hello byte by byte', async () => {
    expect((await overTls(serveTcp(drip(0x16)))).outcome).not.toBe('healthy')
  })

  test.each([
    ['empty records', Buffer.from([22, 3, 3, 0, 0])],
    ['warnings', Buffer.from([21, 3, 3, 0, 2, 1, 90])],
  ])('%s without end', async (_, record) => {
    expect((await overTls(serveTcp(flood(Buffer.concat(Array(2_000).fill(record)))))).outcome).not.toBe(
      'healthy',
    )
  })

  test('a document of 2 GB within', async () => {
    expect((await overTls(serveTls({ issued: leaf, inner: answer({ length: 2 ** 31 - 1 }) }))).code).toBe(
      'wire-garbled',
    )
  })

  test('bytes without end within', async () => {
    const met = await overTls(serveTls({ issued: leaf, inner: flood(Buffer.alloc(65_536, 0x41)) }))
    expect(met.code).toMatch(/^wire-/)
  })
})
