import { X509Certificate } from 'node:crypto'

import type { DiagnoseOptions } from '@mongowhy/core'
import { authority, ocspRefusal, serveHttp, serveTcp, acceptAndHang, serveTls } from '@mongowhy/fault-kit'
import type { Authority, Issued } from '@mongowhy/fault-kit'
import { afterEach, describe, expect, test } from 'vitest'

import { leadsInside } from '../src/issuer/presented.ts'
import type { ApproachSettings, ProbeContext } from '../src/index.ts'
import { contextFor, lookFor, tlsSettings } from './experiment-context.ts'

const host = 'db.lab.test'
const vary = { address: '127.0.0.1' } as const
const stops: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

function kept<S extends { stop(): Promise<void> }>(served: S): S {
  stops.push(() => served.stop())
  return served
}

function derOf(pem: string): Buffer {
  return new X509Certificate(pem).raw
}

function trusting(root: Authority): ApproachSettings {
  return {
    ...tlsSettings,
    trust: { ...tlsSettings.trust, caFile: { pem: Buffer.from(root.certificatePem), path: 'ca.pem' } },
  }
}

/** A server that shows these certificates, and a diagnosis that has seen them. */
async function presented(
  issued: Issued,
  settings: ApproachSettings,
  more: { chain?: string; staple?: Buffer; options?: Partial<DiagnoseOptions> } = {},
): Promise<{ ctx: ProbeContext; endpoint: string }> {
  const { chain, staple } = more
  const served = kept(
    await serveTls({
      issued,
      ...(chain === undefined ? {} : { chain }),
      ...(staple === undefined ? {} : { staple }),
    }),
  )
  const endpoint = `${host}:${served.port}`
  const ctx = contextFor(`mongodb://${endpoint}/?tls=true`, more.options)
  await lookFor(ctx, settings, { probe: 'tls.handshake', endpoint, vary: { ...vary, verify: 'none' } })
  return { ctx, endpoint }
}

describe('the issuer of a certificate', () => {
  const root = authority()
  const between = root.intermediate()

  async function fetched(answer: (path: string) => Buffer | null): Promise<unknown> {
    const web = kept(await serveHttp({ answer }))
    const url = `http://127.0.0.1:${web.port}/issuer`
    const issued = between.issue({ names: [host], caIssuersUrl: url })
    const settings = trusting(root)
    const { ctx, endpoint } = await presented(issued, settings, { chain: issued.certificatePem })
    return lookFor(ctx, settings, { probe: 'tls.aia', endpoint, vary: { url } }, 500)
  }

  test('is fetched, and completes the chain', async () => {
    for (const body of [derOf(between.certificatePem), Buffer.from(between.certificatePem)]) {
      expect(await fetched(() => body)).toMatchObject({
        saw: {
          outcome: {
            is: 'fetched',
            isIssuer: true,
            verifications: [{ store: 'driver', trusted: true, defects: [] }],
          },
        },
      })
    }
  })

  test('is told from another certificate, from none and from what cannot be read', async () => {
    const other = authority()
    expect(await fetched(() => derOf(other.certificatePem))).toMatchObject({
      saw: { outcome: { is: 'fetched', isIssuer: false, verifications: [{ trusted: false }, {}, {}] } },
    })
    expect(await fetched(() => null)).toMatchObject({
      saw: { outcome: { is: 'failed', why: 'http-error', status: 404 } },
    })
    expect(await fetched(() => Buffer.from('<html>'))).toMatchObject({
      saw: { outcome: { is: 'failed', why: 'unreadable' } },
    })
    expect(await fetched(() => Buffer.alloc(70_000))).toMatchObject({
      saw: { outcome: { is: 'failed', why: 'too-large' } },
    })
  })

  test('is fetched from no address but one that was presented', async () => {
    const settings = trusting(root)
    const issued = between.issue({ names: [host], caIssuersUrl: 'ldap://127.0.0.1/x' })
    const { ctx, endpoint } = await presented(issued, settings, { chain: issued.certificatePem })
    const ask = (url: string) => lookFor(ctx, settings, { probe: 'tls.aia', endpoint, vary: { url } }, 500)
    expect(await ask('http://127.0.0.1:1/x')).toMatchObject({ saw: { outcome: { why: 'not-presented' } } })
    expect(await ask('ldap://127.0.0.1/x')).toMatchObject({ saw: { outcome: { why: 'not-http' } } })
  })

  test('is fetched from a third party only when that was asked for', async () => {
    const hanging = kept(await serveTcp(acceptAndHang()))
    const url = `http://127.1.2.3:${hanging.port}/issuer`
    const far = `http://ca.lab.test:${hanging.port}/issuer`
    const settings = trusting(root)
    const issued = between.issue({ names: [host], caIssuersUrl: far })
    const resolve = [{ host: 'ca.lab.test', port: hanging.port, address: '192.0.2.1' }]
    const { ctx, endpoint } = await presented(issued, settings, {
      chain: issued.certificatePem,
      options: { resolve },
    })
    expect(url).not.toBe(far)
    expect(
      await lookFor(ctx, settings, { probe: 'tls.aia', endpoint, vary: { url: far } }, 300),
    ).toMatchObject({
      status: 'skipped',
      reason: 'not-asked',
    })
    const asked = {
      ...ctx,
      options: {
        ...ctx.options,
        prove: 'asked' as const,
        resolve: [{ ...resolve[0], host: 'ca.lab.test', port: hanging.port, address: '127.0.0.1' }],
      },
    }
    expect(
      await lookFor(asked, settings, { probe: 'tls.aia', endpoint, vary: { url: far } }, 300),
    ).toMatchObject({
      saw: { outcome: { is: 'failed', why: 'silent' } },
    })
  })

  test('a certificate leads from outside into no network', () => {
    expect(leadsInside('203.0.113.5', '10.0.0.1')).toBe(true)
    expect(leadsInside('203.0.113.5', '169.254.169.254')).toBe(true)
    expect(leadsInside('203.0.113.5', '::1')).toBe(true)
    expect(leadsInside('203.0.113.5', '198.51.100.7')).toBe(false)
    expect(leadsInside('10.0.0.2', '10.0.0.1')).toBe(false)
  })
})

describe('word of a revocation', () => {
  const root = authority()
  const settings = trusting(root)

  async function stapled(
    staple?: Buffer,
    issued: Issued = root.issue({ names: [host], mustStaple: true }),
  ): Promise<unknown> {
    const { ctx, endpoint } = await presented(issued, settings, staple === undefined ? {} : { staple })
    return lookFor(ctx, settings, { probe: 'tls.ocsp', endpoint, vary }, 1_000)
  }

  test('stapled: good, revoked, forged, about another, none', async () => {
    const issued = root.issue({ names: [host] })
    const pem = issued.certificatePem
    expect(await stapled(root.ocsp(pem), issued)).toMatchObject({
      saw: {
        source: 'stapled',
        mustStaple: false,
        outcome: { is: 'answer', status: 'good', signature: 'valid' },
      },
    })
    const revokedAt = new Date('2026-01-02T03:04:05Z')
    expect(await stapled(root.ocsp(pem, { status: 'revoked', revokedAt }), issued)).toMatchObject({
      saw: {
        outcome: { status: 'revoked', revokedAt: '2026-01-02T03:04:05.000Z', reason: 1, signature: 'valid' },
      },
    })
    expect(await stapled(root.ocsp(pem, { forged: true }), issued)).toMatchObject({
      saw: { outcome: { is: 'answer', signature: 'invalid' } },
    })
    expect(await stapled(root.ocsp(root.issue().certificatePem), issued)).toMatchObject({
      saw: { outcome: { is: 'other-certificate' } },
    })
    expect(await stapled()).toMatchObject({ saw: { mustStaple: true, outcome: { is: 'none' } } })
  })

  test('asked of the responder that the certificate names', async () => {
    const answers: { current: Buffer | null } = { current: null }
    const heard: Buffer[] = []
    const web = kept(
      await serveHttp({
        answer: (_, body) => {
          heard.push(body)
          return answers.current
        },
      }),
    )
    const url = `http://127.0.0.1:${web.port}/`
    const issued = root.issue({ names: [host], ocspUrl: url })
    const { ctx, endpoint } = await presented(issued, settings)
    const ask = () => lookFor(ctx, settings, { probe: 'tls.ocsp', endpoint, vary: { ...vary, url } }, 500)
    answers.current = root.ocsp(issued.certificatePem, { status: 'revoked' })
    expect(await ask()).toMatchObject({
      saw: { source: 'asked', url, responders: [url], outcome: { status: 'revoked', signature: 'valid' } },
    })
    answers.current = ocspRefusal(3)
    expect(await ask()).toMatchObject({ saw: { outcome: { is: 'refused', status: 3 } } })
    answers.current = Buffer.from('3003', 'hex')
    expect(await ask()).toMatchObject({ saw: { outcome: { is: 'failed', why: 'unreadable' } } })
    expect(heard).toHaveLength(3)
  })
})

test('times that logs signed for stand in the facts of a certificate', async () => {
  const root = authority()
  const loggedAt = [new Date('2026-02-03T00:00:00Z'), new Date('2026-02-04T00:00:00Z')]
  const { ctx } = await presented(root.issue({ names: [host], loggedAt }), trusting(root))
  expect(ctx.recorder.looks()[0]).toMatchObject({
    saw: { chain: [{ loggedAt: ['2026-02-03T00:00:00.000Z', '2026-02-04T00:00:00.000Z'] }] },
  })
})
