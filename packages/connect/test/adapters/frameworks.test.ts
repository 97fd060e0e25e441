import type { IncomingMessage } from 'node:http'

import { describe, expect, test } from 'vitest'
import express from 'express'
import Fastify from 'fastify'
import { Hono } from 'hono'

import { statusHandler } from '@mongowhy/connect'
import type { Mongo } from '@mongowhy/connect'
import { mongoStatus as forExpress } from '@mongowhy/connect/express'
import { mongoStatus as forFastify } from '@mongowhy/connect/fastify'
import { mongoStatus as forHono } from '@mongowhy/connect/hono'
import { mongoStatus as forNext } from '@mongowhy/connect/next'

import { atEnd, fetched, listening, working } from './listening.ts'
import type { Fetched, Init } from './listening.ts'

type Ask = (path: string, init?: Init) => Promise<Fetched>

// Each serves the three paths below /health, and a page of its own at /own where the framework has routes.
const frameworks: Readonly<Record<string, (mongo: Mongo) => Promise<Ask>>> = {
  'Node’s http': async (mongo) => {
    const base = await listening(statusHandler(mongo, { basePath: '/health/', authorize: byToken }))
    return (path, init) => fetched(`${base}${path}`, init)
  },
  Express: async (mongo) => {
    const app = express()
    app.use('/health', forExpress(mongo, { authorize: byToken }))
    app.get('/own', (_, response) => void response.send('own'))
    const base = await listening(app)
    return (path, init) => fetched(`${base}${path}`, init)
  },
  Fastify: async (mongo) => {
    const app = Fastify()
    await app.register(forFastify, { mongo, basePath: '/health', authorize: byToken })
    app.get('/own', () => 'own')
    const base = await app.listen({ port: 0, host: '127.0.0.1' })
    atEnd(() => app.close())
    return (path, init) => fetched(`${base}${path}`, init)
  },
  'Fastify, below a prefix': async (mongo) => {
    const app = Fastify()
    await app.register(forFastify, { mongo, prefix: '/health', authorize: byToken })
    app.get('/own', () => 'own')
    const base = await app.listen({ port: 0, host: '127.0.0.1' })
    atEnd(() => app.close())
    return (path, init) => fetched(`${base}${path}`, init)
  },
  Hono: async (mongo) => {
    const app = new Hono()
    app.use(
      forHono(mongo, {
        basePath: '/health',
        authorize: (request) => request.headers.get('authorization') === 'Bearer T',
      }),
    )
    app.get('/own', (context) => context.text('own'))
    return async (path, init) => shown(await app.request(`http://127.0.0.1${path}`, init))
  },
  // Next calls the exported functions with a Request of the Fetch API, and sends the Response that they return.
  'the route handlers of Next': async (mongo) => {
    const { GET, HEAD } = forNext(mongo, {
      basePath: '/health',
      authorize: (request) => request.headers.get('authorization') === 'Bearer T',
    })
    return async (path, init) => {
      const request = new Request(`http://127.0.0.1${path}`, init)
      return shown(await (init?.method === 'HEAD' ? HEAD : GET)(request))
    }
  },
}

function byToken({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers.authorization === 'Bearer T'
}

async function shown(response: Response): Promise<Fetched> {
  return { code: response.status, type: response.headers.get('content-type'), text: await response.text() }
}

describe.each(Object.entries(frameworks))('%s', (name, serve) => {
  test('answers the three paths, and no other', async () => {
    const { mongo } = await working()
    const ask = await serve(mongo)
    expect(await ask('/health/livez')).toMatchObject({ code: 200, text: 'ok\n' })
    expect(await ask('/health/readyz?verbose=1')).toMatchObject({ code: 200 })
    expect(await ask('/health/readyz', { method: 'HEAD' })).toMatchObject({ code: 200, text: '' })
    const status = await ask('/health/status')
    expect(status).toMatchObject({ code: 200, type: 'application/health+json' })
    expect(JSON.parse(status.text)).toMatchObject({
      status: 'pass',
      checks: { 'mongodb:connection': [{ observedValue: expect.any(Number), time: expect.any(String) }] },
    })
    expect((await ask('/health/statusx')).code).toBe(404)
    expect((await ask('/status')).code).toBe(404)
    if (name !== 'Node’s http' && !name.includes('Next')) expect((await ask('/own')).text).toBe('own')
  })

  test('tells details to those alone who may see them', async () => {
    const { mongo } = await working()
    const ask = await serve(mongo)
    const [open, authorized] = [
      await ask('/health/status'),
      await ask('/health/status', { headers: { authorization: 'Bearer T' } }),
    ]
    expect(JSON.parse(open.text)).not.toHaveProperty('using')
    expect(JSON.parse(authorized.text)).toHaveProperty('using.index', 0)
    expect(open.text).not.toContain('127.0.0.1')
  })

  test('is alive and not ready when the server is gone', async () => {
    const { mongo, lose } = await working()
    const ask = await serve(mongo)
    await lose()
    await expect.poll(async () => (await ask('/health/readyz')).code, { timeout: 15_000 }).toBe(503)
    expect((await ask('/health/livez')).code).toBe(200)
    const status = await ask('/health/status')
    expect(status.code).toBe(503)
    expect(JSON.parse(status.text)).toMatchObject({ status: 'fail' })
  })
})

describe('the handler', () => {
  test('takes a connection that is not there yet, or never comes', async () => {
    const never = listening(statusHandler(new Promise<Mongo>(() => {})))
    expect(await fetched(`${await never}/livez`)).toMatchObject({ code: 200 })
    expect(await fetched(`${await never}/readyz`)).toMatchObject({ code: 503 })
    const failed = listening(statusHandler(Promise.reject(new Error('mongodb://ada:secret@h'))))
    const status = await fetched(`${await failed}/status`)
    expect(status).toMatchObject({ code: 503, type: 'application/health+json' })
    expect(status.text).not.toContain('secret')
    expect(JSON.parse(status.text)).toMatchObject({
      status: 'fail',
      checks: { 'mongodb:connection': [{ status: 'fail', output: 'unexplained' }] },
    })
  })

  test.each(['POST', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    const { mongo } = await working()
    const base = await listening(statusHandler(mongo))
    expect((await fetched(`${base}/status`, { method })).code).toBe(405)
  })

  test('survives an authorize that throws', async () => {
    const { mongo } = await working()
    const authorize = (): boolean => {
      throw new Error('a secret of the application')
    }
    const base = await listening(statusHandler(mongo, { authorize }))
    const status = await fetched(`${base}/status`)
    expect(status.code).toBe(200)
    expect(JSON.parse(status.text)).not.toHaveProperty('using')
    expect(status.text).not.toContain('secret')
  })
})
