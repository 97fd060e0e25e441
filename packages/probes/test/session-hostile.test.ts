import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Look } from '@mongowhy/core'
import { Long, ObjectId } from 'mongodb'
import { describe, expect, onTestFinished, test } from 'vitest'

import { ranSession } from './session-run.ts'
import { sessionServer } from './session-server.ts'
import type { SessionServer, SessionServerOptions } from './session-server.ts'

async function serve(options: SessionServerOptions): Promise<SessionServer> {
  const served = await sessionServer(options)
  onTestFinished(() => served.stop())
  return served
}

function driverOf(looks: readonly Look[]): unknown {
  const look = looks.find(({ ask }) => ask.probe === 'driver.connect')
  if (look?.status !== 'seen' || look.ask.probe !== 'driver.connect') return look
  return 'outcome' in look.saw ? look.saw.outcome : look
}

const uriAt = ({ port }: SessionServer): string =>
  `mongodb://ada:right@127.0.0.1:${port}/app?serverSelectionTimeoutMS=5000`

const member = (port: number): Record<string, unknown> => ({
  setName: 'rs',
  setVersion: 1,
  hosts: [`127.0.0.1:${port}`],
  me: `127.0.0.1:${port}`,
  isWritablePrimary: true,
})

describe('a hello that the driver cannot stand ends its attempt, and nothing else', () => {
  test.each([
    ['hosts of the wrong kind', { hosts: 5 }, /hosts is no list/],
    ['an election of the wrong kind', { electionId: 'x' }, /electionId is no object id/],
    ['a version of the wrong kind', { topologyVersion: { processId: 'x', counter: 1 } }, /topologyVersion/],
    [
      'thousands of members',
      { hosts: Array.from({ length: 5_000 }, (_, n) => `127.0.0.1:${n + 1}`) },
      /5000/,
    ],
  ])('%s', async (_, changes, words) => {
    const served = await serve({ hello: (port) => ({ ...member(port), ...changes }) })
    const looks = await ranSession(uriAt(served))
    expect(driverOf(looks)).toMatchObject({
      is: 'failed',
      phase: 'other',
      error: { name: 'UnreadableHello', message: expect.stringMatching(words) as string },
    })
    expect(looks.filter(({ status }) => status === 'skipped').length).toBeGreaterThan(2)
    await expect.poll(() => served.open()).toBe(0)
    expect(served.heard).not.toContain('speculative')
    expect(served.heard).not.toContain('saslStart')
  })

  test('one that turns bad after the login', async () => {
    let asked = 0
    const served = await serve({
      hello: (port) => {
        asked += 1
        const version = { processId: new ObjectId(), counter: Long.fromNumber(1) }
        return asked > 2 ? { ...member(port), me: 5 } : { ...member(port), topologyVersion: version }
      },
      answer: (command) => (command === 'find' ? 'silent' : null),
    })
    const looks = await ranSession(uriAt(served))
    expect(driverOf(looks)).toMatchObject({ is: 'connected' })
    const read = looks.find((look) => look.ask.probe === 'ops.run' && look.ask.vary.operation === 'read')
    expect(read).toMatchObject({ status: 'skipped', reason: 'earlier-fault' })
    await expect.poll(() => served.open()).toBe(0)
  })

  test('members that name new ones for ever', async () => {
    let last = 0
    const served: SessionServer = await serve({
      hello: (port) => ({
        setName: 'rs',
        secondary: true,
        // The same server, under ever new names.
        hosts: Array.from({ length: 60 }, () => `127.0.${(last += 1) >> 8}.${last & 255}:${port}`),
      }),
    })
    const looks = await ranSession(`${uriAt(served)}&replicaSet=rs`)
    expect(driverOf(looks)).toMatchObject({
      is: 'failed',
      error: { message: expect.stringMatching(/without end/) as string },
    })
    await expect.poll(() => served.open()).toBe(0)
  })
})

test('answers of wrong types to every command leave no connection and end in time', async () => {
  const odd = { ok: 0, errmsg: 5, code: 'x', codeName: 7, errorLabels: 'x', topologyVersion: 'x' }
  const served = await serve({
    hello: member,
    answer: (command) => (/ping|find|connectionStatus/.test(command) ? odd : null),
  })
  const looks = await ranSession(uriAt(served))
  expect(driverOf(looks)).toMatchObject({ is: 'connected' })
  const ping = looks.find((look) => look.ask.probe === 'ops.run')
  expect(ping).toMatchObject({ status: 'seen', saw: { outcome: { is: 'failed' } } })
  await expect.poll(() => served.open()).toBe(0)
})

test.skipIf(process.platform === 'win32').each(['pipe', '/dev/zero'])(
  'the driver is not let at a CA file that has no end: %s',
  async (name) => {
    const folder = await mkdtemp(join(tmpdir(), 'mongowhy-session-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    if (name === 'pipe') execFileSync('mkfifo', [join(folder, name)])
    const served = await serve({})
    const path = name.startsWith('/') ? name : join(folder, name)
    const looks = await ranSession(`${uriAt(served)}&tls=true&tlsCAFile=${path}`)
    expect(looks.map(({ status }) => status)).not.toContain('seen')
    expect(served.heard).toEqual([])
  },
)
