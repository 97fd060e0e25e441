import { Secret, defaultOptions, repeatsIn } from '@mongowhy/core'
import type { DiagnoseOptions, Report } from '@mongowhy/core'
import { causes, diagnose, infer, judge } from '@mongowhy/diagnose'
import {
  acceptAndHang,
  acceptAndReset,
  authority,
  closeAfterBytes,
  closedPort,
  relayTo,
  serveMongo,
  serveTcp,
  temporaryFile,
} from '@mongowhy/fault-kit'
import type { Behaviour, Served } from '@mongowhy/fault-kit'
import { afterEach, expect, test } from 'vitest'

const stops: (() => Promise<void>)[] = []
const password = 'canary-7f3d9b51'
const users = [{ name: 'ada', password }]

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

function kept<S extends { stop(): Promise<void> }>(served: S): S {
  stops.push(() => served.stop())
  return served
}

function diagnosed(uri: string, options: Partial<DiagnoseOptions>): Promise<Report> {
  return diagnose({ uri: new Secret(uri), source: 'argument' }, { ...defaultOptions, ...options })
}

test('a healthy target is walked and logged in to as often as was asked for', async () => {
  const served = kept(await serveMongo({ users }))
  const report = await diagnosed(`mongodb://ada:${password}@127.0.0.1:${served.port}/?authSource=admin`, {
    repeat: 4,
  })
  expect(report.verdict.outcome).toBe('healthy')
  expect(repeatsIn(report.evidence)).toMatchObject({
    asked: 4,
    rounds: 4,
    places: [{ tries: 4, passed: 4, results: [true, true, true, true] }],
    driver: { tries: 4, passed: 4 },
    clusters: [],
  })
  expect(JSON.stringify(report)).not.toContain(password)
})

test('a member that fails is walked in turn with those that do not', async () => {
  const good = kept(await serveMongo())
  const dead = kept(await closedPort())
  const report = await diagnosed(`mongodb://127.0.0.1:${dead.port},127.0.0.1:${good.port}/`, { repeat: 6 })
  const walks = report.evidence.looks.filter(({ ask }) => ask.probe === 'path.walk')
  expect(walks.map(({ ask }) => `${ask.trial?.round} ${ask.trial?.arm}`)).toEqual(
    [1, 2, 3, 4, 5, 6].flatMap((round) => [`${round} variation`, `${round} control`]),
  )
  expect(repeatsIn(report.evidence)?.clusters.map(({ by }) => by)).toEqual(['member'])
})

/** A balancer that deals connections out in turn: to each of these. */
async function balancer(behind: readonly Behaviour[]): Promise<Served> {
  let dealt = 0
  return kept(
    await serveTcp((socket) => {
      behind[dealt % behind.length]?.(socket)
      dealt += 1
    }),
  )
}

test('a machine behind a balancer that fails each time is named by its turn', async () => {
  const [one, other] = [kept(await serveMongo()), kept(await serveMongo())]
  const { port } = await balancer([relayTo(one), relayTo(other), acceptAndReset()])
  const report = await diagnosed(`mongodb://127.0.0.1:${port}/?directConnection=true`, { repeat: 12 })
  expect(report.verdict.outcome).toBe('explained')
  expect(report.verdict.primary?.code).toBe('tcp-balancer-backend')
  expect(report.verdict.primary?.certainty).toBe('certain')
  expect(report.verdict.others).toEqual([])
  expect(repeatsIn(report.evidence)?.places[0]).toMatchObject({ tries: 12, passed: 8, servers: 2 })
  const saved: typeof report.evidence = JSON.parse(JSON.stringify(report.evidence))
  expect(judge(causes, infer(causes, saved), saved)).toEqual(report.verdict)
})

test('a machine behind a balancer that shows another certificate is named by it', async () => {
  const [root, foreign] = [authority(), authority()]
  const ca = await temporaryFile('ca.pem', root.certificatePem)
  stops.push(() => ca.remove())
  const names = ['db.lab.test']
  const good = kept(await serveMongo({ tls: { issued: root.issue({ names }) } }))
  const bad = kept(await serveMongo({ tls: { issued: foreign.issue({ names }) } }))
  const { port } = await balancer([relayTo(good), relayTo(bad)])
  const report = await diagnosed(`mongodb://db.lab.test:${port}/?tls=true&directConnection=true`, {
    repeat: 8,
    caFile: ca.path,
    resolve: [{ host: 'db.lab.test', port, address: '127.0.0.1' }],
  })
  expect(report.verdict.primary?.code).toBe('tcp-balancer-backend')
  expect(report.verdict.primary?.certainty).toBe('certain')
  expect(report.verdict.others.map(({ code }) => code)).toEqual(
    expect.not.arrayContaining(['tls-refused-before-certificate', 'tls-silent', 'tcp-connection-limit']),
  )
})

test('what fails now and then, in no order and of one server, is at most possible', async () => {
  const mongo = kept(await serveMongo())
  const fates = [1, 0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1, 0, 0, 1, 1].map((fate) =>
    fate === 1 ? relayTo(mongo) : closeAfterBytes(1),
  )
  const { port } = await balancer(fates)
  const report = await diagnosed(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    repeat: 16,
    timeoutMs: 5_000,
  })
  expect(report.verdict.outcome).not.toBe('healthy')
  expect(['possible', undefined]).toContain(report.verdict.primary?.certainty)
})

test('a refused login is not repeated', async () => {
  const begun = new Set<number>()
  const served = kept(
    await serveMongo({
      users,
      onCommand: (name, { connectionId }) => {
        if (name === 'saslStart') begun.add(connectionId)
        return undefined
      },
    }),
  )
  const uri = `mongodb://ada:wrong@127.0.0.1:${served.port}/?authSource=admin`
  const report = await diagnosed(uri, { repeat: 5 })
  expect(begun.size).toBe(1)
  expect(repeatsIn(report.evidence)).toMatchObject({ rounds: 5, driver: null })
})

test('silence is bounded by the time of the whole diagnosis, and the rounds that were made are told', async () => {
  const served = kept(await serveTcp(acceptAndHang()))
  const began = performance.now()
  const report = await diagnosed(`mongodb://127.0.0.1:${served.port}/`, {
    repeat: 1_000,
    stageTimeoutMs: 300,
    timeoutMs: 6_000,
  })
  expect(performance.now() - began).toBeLessThan(9_000)
  const repeats = repeatsIn(report.evidence)
  expect(repeats?.asked).toBe(1_000)
  expect(repeats?.rounds).toBeGreaterThan(1)
  expect(repeats?.rounds).toBeLessThan(30)
})

test('where the driver is cut off and our own hello was answered, the path is walked over again unasked', async () => {
  const one = kept(await serveMongo())
  // The first is our look's; the driver's come after it.
  const { port } = await balancer([relayTo(one), acceptAndReset()])
  const report = await diagnosed(`mongodb://127.0.0.1:${port}/?directConnection=true`, {})
  expect(report.verdict.primary?.code).toBe('tcp-balancer-backend')
  expect(report.verdict.primary?.certainty).not.toBe('certain')
  expect(repeatsIn(report.evidence)?.places[0]?.passed).toBeGreaterThan(0)
})

test('a server that takes one connection and is gone is told as that', async () => {
  const one = kept(await serveMongo())
  const server = await serveTcp((socket) => {
    relayTo(one)(socket)
    void server.stop()
  })
  stops.push(() => server.stop())
  const report = await diagnosed(`mongodb://127.0.0.1:${server.port}/?directConnection=true`, {
    stageTimeoutMs: 1_500,
  })
  expect(report.verdict.primary?.code).toBe('tcp-refused')
  expect(report.verdict.primary?.certainty).toBe('likely')
})

test('where the driver gets in, nothing is walked over again', async () => {
  const { port } = kept(await serveMongo())
  expect(repeatsIn((await diagnosed(`mongodb://127.0.0.1:${port}/`, {})).evidence)).toBeNull()
})

test('a server that takes few connections at a time is told from one that fails now and then', async () => {
  const mongo = kept(await serveMongo())
  let open = 0
  const { port } = kept(
    await serveTcp((socket) => {
      open += 1
      socket.once('close', () => {
        open -= 1
      })
      if (open > 1) socket.destroy()
      else relayTo(mongo)(socket)
    }),
  )
  const report = await diagnosed(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    stageTimeoutMs: 2_000,
  })
  expect(report.verdict.primary?.code).toBe('tcp-connection-limit')
  expect(report.verdict.primary?.certainty).toMatch(/^(likely|possible)$/)
})
