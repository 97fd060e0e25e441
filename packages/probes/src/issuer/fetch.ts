import http from 'node:http'

import type { FetchFailure } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { bounded } from '../bounded.ts'

// A certificate or an OCSP answer has some kilobytes, a bundle of an authority's certificates some tens.
const mostBytes = 65_536

export type Fetched =
  | { readonly is: 'fetched'; readonly body: Buffer }
  | { readonly is: 'failed'; readonly why: FetchFailure; readonly status: number | null }

export function failedFetch(
  why: FetchFailure,
  status: number | null = null,
): Extract<Fetched, { is: 'failed' }> {
  return { is: 'failed', why, status }
}

/**
 * One HTTP request to one address, for a body of at most 64 kB. No redirect is followed: it could lead anywhere.
 * Rejects only with the signal's reason.
 */
export function fetchFrom(
  url: URL,
  address: string,
  ask: { readonly method: 'GET' } | { readonly method: 'POST'; readonly type: string; readonly body: Buffer },
  bound: Bound,
): Promise<Fetched> {
  return bounded<Fetched>(
    bound,
    (done) => {
      const request = http.request({
        method: ask.method,
        host: address,
        port: url.port === '' ? 80 : Number(url.port),
        path: `${url.pathname}${url.search}`,
        agent: false,
        setHost: false,
        headers: {
          Host: url.host,
          'User-Agent': 'mongowhy',
          Connection: 'close',
          ...(ask.method === 'POST' ? { 'Content-Type': ask.type, 'Content-Length': ask.body.length } : {}),
        },
      })
      request.on('error', () => done(failedFetch('unreachable')))
      request.on('response', (response) => {
        const status = response.statusCode ?? null
        if (status !== 200) return done(failedFetch('http-error', status))
        const chunks: Buffer[] = []
        let total = 0
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          total += chunk.length
          if (total > mostBytes) done(failedFetch('too-large', status))
        })
        response.on('end', () => done({ is: 'fetched', body: Buffer.concat(chunks) }))
        response.on('aborted', () => done(failedFetch('unreadable', status)))
        response.on('error', () => done(failedFetch('unreadable', status)))
      })
      request.end(ask.method === 'POST' ? ask.body : undefined)
      return () => request.destroy()
    },
    () => failedFetch('silent'),
  )
}
