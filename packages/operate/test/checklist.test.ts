import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, describe, expect, test } from 'vitest'

import { Secret } from '@mongowhy/core'
import { serveMongo } from '@mongowhy/fault-kit'
import type { MongoOptions } from '@mongowhy/fault-kit'
import { checklist, checklistMarkdown, ConfigError, junitXml, readChecklist } from '@mongowhy/operate'
import type { ChecklistDocument, ChecklistItem, ItemId } from '@mongowhy/operate'

const canary = 'canary-7f3d9b51-do-not-print'
const stops: (() => Promise<void>)[] = []

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
})

async function application(
  answer: (request: IncomingMessage, body: string) => readonly [number, unknown, string?],
): Promise<string> {
  const server: Server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const [status, json, cookie] = answer(request, body)
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(cookie === undefined ? {} : { 'set-cookie': cookie }),
      })
      response.end(JSON.stringify(json))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => new Promise((resolve) => server.close(() => resolve())))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function run(
  config: object,
  server: MongoOptions = {},
  only: readonly ItemId[] = [],
): Promise<ChecklistDocument> {
  const mongo = await serveMongo({
    users: [{ name: 'ada', password: canary }],
    data: { 'app.users': [{ _id: 1 }] },
    ...server,
  })
  stops.push(() => mongo.stop())
  const document = await checklist({
    target: {
      uri: new Secret(`mongodb://ada:${canary}@127.0.0.1:${mongo.port}/app?authSource=admin`),
      source: 'argument',
    },
    config: readChecklist(config),
    only,
    signal: new AbortController().signal,
    onItem: () => {},
  })
  expect(JSON.stringify(document)).not.toContain(canary)
  return document
}

const item = (document: ChecklistDocument, id: ItemId): ChecklistItem | undefined =>
  document.items.find((each) => each.id === id)

const app = {
  signUp: { path: '/sign-up', body: { email: '{random}@example.com', password: '{random}' } },
  login: { path: '/login', body: { email: '{random}@example.com', password: '{random}' } },
  token: '/token',
  protected: { path: '/webhooks' },
  status: { path: '/status' },
}

describe('a deployment and an application that work', () => {
  test('get their ticks', async () => {
    let account = ''
    const baseUrl = await application(({ url, headers }, body) => {
      if (url === '/sign-up') account = body
      if (url === '/login') return body === account ? [200, { token: 'T' }] : [401, {}]
      if (url === '/webhooks') return headers.authorization === 'Bearer T' ? [200, []] : [401, {}]
      return [200, { status: 'pass' }]
    })
    const document = await run({ collections: ['users'], scratch: 'app.scratch', app: { ...app, baseUrl } })
    const states = Object.fromEntries(document.items.map(({ id, status }) => [id, status]))
    expect(states).toEqual({
      connection: 'passed',
      collections: 'passed',
      crud: 'passed',
      'auth-endpoints': 'passed',
      'status-endpoint': 'passed',
      'tls-policy': 'not-run',
      'no-credentials-in-source': 'not-run',
      'access-list': 'not-run',
    })
    expect(document).toMatchObject({ passed: 5, failed: 0, notRun: 3 })
    expect(junitXml(document)).toContain('tests="8" failures="0" skipped="3"')
    expect(checklistMarkdown(document)).toContain('- [x] The deployment can be connected to')
  })

  test('with cookies in place of a token', async () => {
    const baseUrl = await application(({ url, headers }) => {
      if (url === '/login') return [200, {}, 'session=S; HttpOnly']
      return headers.cookie === 'session=S' ? [200, []] : [401, {}]
    })
    const { signUp: _, token: __, ...rest } = app
    const document = await run({ app: { ...rest, baseUrl } }, {}, ['auth-endpoints'])
    expect(item(document, 'auth-endpoints')).toMatchObject({ status: 'passed' })
  })
})

describe('what is wrong', () => {
  test('a login that fails keeps the rest from being run', async () => {
    const document = await run(
      { collections: ['users'], scratch: 'app.x' },
      { users: [{ name: 'ada', password: 'other' }] },
    )
    expect(item(document, 'connection')).toMatchObject({ status: 'failed', code: 'auth-rejected' })
    expect(item(document, 'collections')).toMatchObject({ status: 'not-run' })
    expect(item(document, 'crud')).toMatchObject({ status: 'not-run' })
  })

  test('a collection that is not there', async () => {
    const document = await run({ collections: ['users', 'webhook_subscriptions'] }, {}, ['collections'])
    expect(item(document, 'collections')).toMatchObject({
      status: 'failed',
      because: [expect.stringContaining('webhook_subscriptions')],
    })
  })

  test('where none is listed, those that the source asks for are read; none at all is no tick', async () => {
    const source = await mkdtemp(join(tmpdir(), 'mongowhy-source-'))
    stops.push(() => rm(source, { recursive: true }))
    await writeFile(join(source, 'later.js'), "db.collection('orders')")
    const none = await run({ collections: [], source }, {}, ['collections'])
    expect(item(none, 'collections')).toMatchObject({ status: 'not-run' })
    await writeFile(join(source, 'users.js'), "db.collection('users')")
    const one = await run({ collections: [], source }, {}, ['collections'])
    expect(item(one, 'collections')).toMatchObject({
      status: 'passed',
      reason: '1 of 1 are there and can be read',
    })
  })

  test('a scratch collection in a database that cannot be', async () => {
    // As mongod and FerretDB answer.
    const invalid = { ok: 0, code: 73, codeName: 'InvalidNamespace', errmsg: "Invalid database name: 'a/b'" }
    const onCommand: MongoOptions['onCommand'] = (_, { database }) =>
      database === 'a/b' ? invalid : undefined
    const config = { scratch: 'a/b.c', collections: ['users'] }
    const document = await run(config, { onCommand }, ['crud', 'collections'])
    expect(item(document, 'crud')).toMatchObject({ status: 'failed' })
    expect(item(document, 'collections')).toMatchObject({ status: 'passed' })
  })

  test('a token that cannot be sent is not repeated, and no path leads away', async () => {
    const seen: string[] = []
    const baseUrl = await application(({ url = '' }) => {
      seen.push(url)
      return [200, { token: `T\n${canary}` }]
    })
    const bad = await run({ app: { ...app, baseUrl } }, {}, ['auth-endpoints'])
    expect(item(bad, 'auth-endpoints')).toMatchObject({
      status: 'failed',
      reason: 'the token at /token cannot stand in a header',
    })
    const { port } = new URL(await application(({ url = '' }) => (seen.push(`elsewhere${url}`), [200, {}])))
    const status = { path: `//127.0.0.1:${port}/status` }
    const away = await run({ app: { ...app, baseUrl, status } }, {}, ['status-endpoint'])
    expect(item(away, 'status-endpoint')).toMatchObject({ status: 'failed' })
    expect(seen).not.toContainEqual(expect.stringContaining('elsewhere'))
  })

  test('an endpoint that lets strangers in', async () => {
    const baseUrl = await application(({ url }) => (url === '/login' ? [200, { token: 'T' }] : [200, []]))
    const document = await run({ app: { ...app, baseUrl } }, {}, ['auth-endpoints', 'status-endpoint'])
    expect(item(document, 'auth-endpoints')).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('without a login'),
    })
    expect(item(document, 'status-endpoint')).toMatchObject({ status: 'passed' })
  })

  test('an application that is not there', async () => {
    const document = await run({ app: { ...app, baseUrl: 'http://127.0.0.1:1' } }, {}, [
      'auth-endpoints',
      'status-endpoint',
    ])
    expect(document).toMatchObject({ failed: 2 })
  })

  test('a password in the source, and not its look-alikes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'source-'))
    stops.push(() => rm(folder, { recursive: true, force: true }))
    await writeFile(
      join(folder, 'db.py'),
      `\nURI = "mongodb+srv://ada:${canary}@cluster0.ab1cd.mongodb.net/app"\n`,
    )
    await writeFile(
      join(folder, 'ok.ts'),
      [
        'mongodb://${user}:${password}@db.internal/',
        'mongodb://ada:secret@localhost/',
        'mongodb+srv://<user>:<password>@c.ab1cd.mongodb.net/',
        'mongodb://u:p@db.example.com/',
      ]
        .map((uri) => `"${uri}"`)
        .join('\n'),
    )
    const document = await run({ source: folder }, {}, ['no-credentials-in-source'])
    expect(item(document, 'no-credentials-in-source')).toMatchObject({
      status: 'failed',
      because: [expect.stringMatching(/^db\.py:2/)],
    })
  })
})

test.each([
  [[], /checklist must be an object/],
  [{ colections: [] }, /checklist\.colections is not known/],
  [{ scratch: 'app' }, /checklist\.scratch must name/],
  [{ app: { baseUrl: 'ftp://x' } }, /checklist\.app\.baseUrl/],
  [{ app: { baseUrl: 'http://x', status: { path: 'x' } } }, /checklist\.app\.status\.path/],
])('the configuration %j is refused with its place', (config, message) => {
  expect(() => readChecklist(config)).toThrow(ConfigError)
  expect(() => readChecklist(config)).toThrow(message)
})
