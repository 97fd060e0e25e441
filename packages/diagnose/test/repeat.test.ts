import { Secret, defaultOptions, repeatsIn } from '@mongowhy/core'
import type { DiagnoseOptions, Report } from '@mongowhy/core'
import { causes, diagnose, infer, judge } from '@mongowhy/diagnose'
import { acceptAndHang, acceptAndReset, closedPort, relayTo, serveMongo, serveTcp } from '@mongowhy/fault-kit'
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

test('what comes and goes is not called healthy, and its turn is found', async () => {
  const mongo = kept(await serveMongo())
  let dealt = 0
  const balancer = kept(
    await serveTcp((socket) => {
      dealt += 1
      if (dealt % 3 === 0) acceptAndReset()(socket)
      else relayTo({ host: '127.0.0.1', port: mongo.port })(socket)
    }),
  )
  const report = await diagnosed(`mongodb://127.0.0.1:${balancer.port}/?directConnection=true`, {
    repeat: 12,
  })
  expect(report.verdict.outcome).not.toBe('healthy')
  const repeats = repeatsIn(report.evidence)
  const failed = (repeats?.places[0]?.tries ?? 0) - (repeats?.places[0]?.passed ?? 0)
  expect(failed + (repeats?.driver?.tries ?? 0) - (repeats?.driver?.passed ?? 0)).toBeGreaterThan(0)
  const saved: typeof report.evidence = JSON.parse(JSON.stringify(report.evidence))
  expect(judge(causes, infer(causes, saved), saved)).toEqual(report.verdict)
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
    timeoutMs: 4_000,
  })
  expect(performance.now() - began).toBeLessThan(6_000)
  const repeats = repeatsIn(report.evidence)
  expect(repeats?.asked).toBe(1_000)
  expect(repeats?.rounds).toBeGreaterThan(1)
  expect(repeats?.rounds).toBeLessThan(20)
})
