import { MongoClient } from 'mongodb'

import type { connect, defineCollections } from '@mongowhy/connect'
import { serveMongo } from '@mongowhy/fault-kit'
import { needsFerretDb, startFerretDb } from '@mongowhy/foreign'

import type { Bench } from './lib/entry.ts'
import { median, ms } from './lib/figures.ts'
import { runProcess } from './lib/run-process.ts'
import { table } from './lib/table.ts'

const operationRounds = 20
const operationsInARound = 250
const connectRounds = 40
const importRounds = 15

const built = new URL('../packages/cli/dist/connect.js', import.meta.url)

/** What `mongowhy/connect`, as it is published, costs more than the driver alone: in turn, one process, one server. */
export const connectOverhead: Bench = {
  name: 'connect-overhead',
  title: '`mongowhy/connect` beside the bare driver',
  async run(progress) {
    const library = (await import(built.href)) as Library
    const server = needsFerretDb.missing === null ? await startFerretDb() : await serveMongo()
    const uri = `mongodb://127.0.0.1:${server.port}/bench`
    try {
      return table(
        ['figure', 'driver', 'mongowhy/connect', 'more', 'bound'],
        [
          await operations('operations', library, uri, false, progress),
          await operations('operations, commands told to a logger', library, uri, true, progress),
          await connects(library, uri, progress),
          await imports(progress),
          await firstConnects(uri, progress),
        ],
      )
    } finally {
      await server.stop()
    }
  },
}

interface Library {
  readonly connect: typeof connect
  readonly defineCollections: typeof defineCollections
}
type Row = readonly string[]

async function operations(
  name: string,
  { connect, defineCollections }: Library,
  uri: string,
  logged: boolean,
  progress: (what: string) => void,
): Promise<Row> {
  const client = await new MongoClient(uri).connect()
  const logger = { info: (): void => {}, warn: (): void => {}, error: (): void => {} }
  const mongo = await connect({
    uri,
    env: {},
    collections: defineCollections({ things: { name: 'things' } }),
    ...(logged ? { logger } : {}),
  })
  try {
    await client.db().collection('things').insertOne({ name: 'ada' })
    const bare = timed(() => client.db().collection('things').findOne({ name: 'ada' }))
    const ours = timed(() => mongo.collections.things.findOne({ name: 'ada' }))
    const pairs: { readonly bare: number; readonly ours: number }[] = []
    for (let round = 0; round <= operationRounds; round += 1) {
      progress(`${name}, round ${round}`)
      // Who goes first changes, so that drift of the machine favours nobody.
      const pair =
        round % 2 === 0 ? { bare: await bare(), ours: await ours() } : swap(await ours(), await bare())
      if (round > 0) pairs.push(pair)
    }
    const more = median(pairs.map((pair) => pair.ours / pair.bare)) - 1
    return [
      name,
      `${(median(pairs.map((pair) => pair.bare)) / operationsInARound).toFixed(3)} ms each`,
      `${(median(pairs.map((pair) => pair.ours)) / operationsInARound).toFixed(3)} ms each`,
      `${(100 * more).toFixed(1)} %`,
      logged ? 'none' : '3 %',
    ]
  } finally {
    await Promise.all([client.close(), mongo.close()])
  }
}

function swap(ours: number, bare: number): { readonly bare: number; readonly ours: number } {
  return { bare, ours }
}

function timed(operation: () => Promise<unknown>): () => Promise<number> {
  return async () => {
    const began = performance.now()
    for (let count = 0; count < operationsInARound; count += 1) await operation()
    return performance.now() - began
  }
}

async function connects({ connect }: Library, uri: string, progress: (what: string) => void): Promise<Row> {
  const [bare, ours]: [number[], number[]] = [[], []]
  for (let round = 0; round <= connectRounds; round += 1) {
    progress(`connect, round ${round}`)
    const first = performance.now()
    const client = await new MongoClient(uri).connect()
    await client.db().command({ ping: 1 })
    const second = performance.now()
    await client.close()
    const third = performance.now()
    const mongo = await connect({ uri, env: {} })
    const last = performance.now()
    await mongo.close()
    if (round === 0) continue
    bare.push(second - first)
    ours.push(last - third)
  }
  const more = median(ours.map((value, index) => value - (bare[index] ?? Number.NaN)))
  return ['connect and ping', ms(median(bare)), ms(median(ours)), ms(more), '15 ms']
}

/** In a fresh process each time: the driver first, and then the library on top of it. */
async function imports(progress: (what: string) => void): Promise<Row> {
  const script = `
    const began = performance.now()
    await import('mongodb')
    const between = performance.now()
    await import('${built.href}')
    console.log(JSON.stringify([between - began, performance.now() - between]))`
  const [bare, more]: [number[], number[]] = [[], []]
  for (let round = 0; round <= importRounds; round += 1) {
    progress(`import, round ${round}`)
    const stdout = await output(script)
    const [driver = Number.NaN, library = Number.NaN] = JSON.parse(stdout) as number[]
    if (round === 0) continue
    bare.push(driver)
    more.push(library)
  }
  return [
    `import; ${await beyondTheDriver()}`,
    ms(median(bare)),
    ms(median(bare) + median(more)),
    `${ms(median(more))} (least ${ms(Math.min(...more))})`,
    '10 ms',
  ]
}

/** What is put off at the import is loaded at the first connect: both together, in fresh processes by turns. */
async function firstConnects(uri: string, progress: (what: string) => void): Promise<Row> {
  const timing = (work: string): string => `
    const began = performance.now()
    ${work}
    console.log(performance.now() - began)
    process.exit(0)`
  const bareScript = timing(`
    const { MongoClient } = await import('mongodb')
    const client = await new MongoClient('${uri}').connect()
    await client.db().command({ ping: 1 })`)
  const ourScript = timing(`
    const { connect } = await import('${built.href}')
    await connect({ uri: '${uri}', env: {} })`)
  const took = async (script: string): Promise<number> => Number(await output(script))
  const [bare, ours]: [number[], number[]] = [[], []]
  for (let round = 0; round <= importRounds; round += 1) {
    progress(`first connect, round ${round}`)
    const pair =
      round % 2 === 0
        ? { bare: await took(bareScript), ours: await took(ourScript) }
        : swap(await took(ourScript), await took(bareScript))
    if (round === 0) continue
    bare.push(pair.bare)
    ours.push(pair.ours)
  }
  const more = median(ours.map((value, index) => value - (bare[index] ?? Number.NaN)))
  return ['import and first connect, in a new process', ms(median(bare)), ms(median(ours)), ms(more), '25 ms']
}

async function output(script: string): Promise<string> {
  const { stdout, status, stderr } = await runProcess(
    process.execPath,
    ['--input-type=module', '-e', script],
    { boundMs: 60_000 },
  )
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** Files that importing the library loads beyond the driver's own, of CommonJS and of modules. */
async function beyondTheDriver(): Promise<string> {
  const hook = `export const load = (url, context, next) => { if (url.startsWith('file:')) process._rawDebug('LOADED ' + url); return next(url, context) }`
  const script = `
    import { createRequire, register } from 'node:module'
    register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)})
    const { cache } = createRequire(process.cwd() + '/x.js')
    await import('mongodb')
    const before = Object.keys(cache).length
    process._rawDebug('NOW')
    await import('${built.href}')
    process._rawDebug('CACHE ' + (Object.keys(cache).length - before))`
  const { stderr } = await runProcess(process.execPath, ['--input-type=module', '-e', script], {
    boundMs: 60_000,
  })
  const after = stderr.slice(stderr.indexOf('NOW'))
  const own = after.split('\n').filter((line) => line.startsWith('LOADED'))
  const foreign = own.filter((line) => !line.includes('/packages/cli/dist/'))
  const required = /^CACHE (\d+)$/m.exec(after)?.[1] ?? '?'
  return `${own.length} files of its own, ${foreign.length + Number(required)} of others beyond the driver`
}
