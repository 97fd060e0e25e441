// `npm run record -- node pymongo [--only CODE] [--missing] [--into FOLDER]`: meets every fault of the lab with real drivers, and keeps what they print.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

import { labFaults, startFault } from '@mongowhy/lab'

import { attempt } from './attempt.ts'
import { drivers, missingTool } from './drivers.ts'
import { output } from './output.ts'
import type { Recorded } from './recorded.ts'

const cache = process.env.MONGOWHY_RECORD_CACHE ?? join(homedir(), '.cache/mongowhy-record')
const programs = new URL('programs', import.meta.url).pathname

const [...words] = process.argv.slice(2)
const only = words.includes('--only') ? words.splice(words.indexOf('--only'), 2)[1] : undefined
const into = words.includes('--into') ? words.splice(words.indexOf('--into'), 2)[1] : undefined
const fixtures = into ?? new URL('../fixtures/', import.meta.url).pathname
const missingOnly = words.includes('--missing')
const chosen = drivers.filter(
  ({ group, name }) => words.length === 0 || words.includes(group) || words.includes(name),
)

// Downloads, and a compiler that sees all of a driver for the first time.
const installMs = 900_000

// Faults of this very process or of its surroundings: the driver, in a process of its own, would not meet them.
const ours = new Set(['env-sockets-exhausted', 'client-fork-safety', 'env-runtime-without-sockets'])

for (const driver of chosen) await record(driver)
process.exit()

async function record(driver: Recorded): Promise<void> {
  const missing = missingTool(driver)
  if (missing !== null) return say(`${driver.name}: skipped, ${missing} is not on this machine`)
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return say(`${driver.name}: skipped, recording needs root on Linux (names of its own for the driver)`)
  const folder = join(cache, driver.name)
  if (!existsSync(join(folder, '.installed'))) {
    mkdirSync(folder, { recursive: true })
    const told = await output(
      ['sh', '-c', `(${driver.install.replaceAll('PROGRAMS', programs)}) && touch .installed`],
      folder,
      {},
      installMs,
    )
    if (!existsSync(join(folder, '.installed')))
      return say(`${driver.name}: skipped, it cannot be set up:\n${told}`)
  }
  const own = join(fixtures, driver.name)
  mkdirSync(own, { recursive: true })
  const logPath = join(own, 'recorded.json')
  const log: { how: string; skipped: Record<string, string> } = existsSync(logPath)
    ? JSON.parse(readFileSync(logPath, 'utf8'))
    : { how: '', skipped: {} }
  log.how = `npm run record -- ${driver.name}`
  for (const { code } of labFaults()) {
    if ((only !== undefined && code !== only) || ours.has(code)) continue
    const file = join(own, `${code}.txt`)
    if (missingOnly && (existsSync(file) || code in log.skipped)) continue
    const text = await met(driver, folder, code)
    if (text.is === 'said') {
      writeFileSync(file, text.text)
      delete log.skipped[code]
      say(`${driver.name} ${code}: ${text.text.length} characters`)
    } else {
      rmSync(file, { force: true })
      log.skipped[code] = text.why
      say(`${driver.name} ${code}: ${text.why}`)
    }
    writeFileSync(logPath, `${JSON.stringify(log, null, 2)}\n`)
  }
}

async function met(
  driver: Recorded,
  folder: string,
  code: string,
): Promise<
  { readonly is: 'said'; readonly text: string } | { readonly is: 'nothing'; readonly why: string }
> {
  try {
    const fault = await startFault(code)
    try {
      const text = await attempt(driver, folder, fault)
      if (/^\(ended after \d+ s\)$/m.test(text))
        return { is: 'nothing', why: 'the driver says nothing in time' }
      return /^no error$/m.test(text)
        ? { is: 'nothing', why: 'the driver meets no error' }
        : { is: 'said', text }
    } finally {
      await fault.stop()
    }
  } catch (error) {
    return { is: 'nothing', why: error instanceof Error ? error.message : 'it could not be started' }
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
