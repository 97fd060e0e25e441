import { Secret, visible } from '@mongowhy/core'
import type { Target } from '@mongowhy/core'

import { UsageError } from '../exit-status.ts'
import { readBounded } from '../read-file.ts'
import { shownPath } from '../shown-path.ts'
import { bareWord, fromEnvironment } from './resolve-target.ts'
import { configuredTargets } from './config.ts'
import { readStdin } from './stdin.ts'

const largestFile = 64 * 1024 * 1024
const stdinMs = 60_000
const longestName = 100

/**
 * The targets of a file, or of standard input for `-`: one a line, a connection string, `env:NAME` or a name of the
 * configuration, after a name of one's own if there is one. Blank lines and what follows a `#` at the beginning of a line
 * or after a space are left out. A line that is no target is one all the same: its verdict says what is wrong with it.
 */
export async function readTargets(path: string, signal: AbortSignal): Promise<readonly Target[]> {
  const lines = (await textOf(path, signal)).split(/\r\n|\r|\n/)
  const entries = lines.flatMap((line, index) => entryOf(line, index + 1))
  if (entries.length === 0) throw new UsageError(`--targets: no target stands in ${shownPath(path)}`)
  const configured = entries.some(({ text }) => bareWord.test(text)) ? await configuredTargets() : null
  const targets: Target[] = []
  for (const { name, text } of entries) {
    targets.push({ uri: await secretOf(configured?.get(text) ?? text), source: `targets:${name}` })
  }
  return targets
}

async function textOf(path: string, signal: AbortSignal): Promise<string> {
  if (path === '-') return readStdin(stdinMs, signal, largestFile)
  const read = await readBounded(path, largestFile)
  if (read.is === 'missing') throw new UsageError(`--targets: there is no file ${shownPath(path)}`)
  if (read.is === 'failed') throw new UsageError(`--targets: cannot read ${shownPath(path)}: ${read.why}`)
  return read.text
}

interface Entry {
  readonly name: string
  readonly text: string
}

function entryOf(line: string, number: number): readonly Entry[] {
  const bare = line
    .replace(/^\ufeff/, '')
    .replace(/(?:^|\s)#.*$/, '')
    .trim()
  if (bare === '') return []
  const [, first = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(bare) ?? []
  // A space inside of a connection string is a fault of the string, not the end of a name.
  if (first === '' || first.includes('://') || first.startsWith('env:'))
    return [{ name: `line ${number}`, text: bare }]
  return [{ name: visible(first).slice(0, longestName), text: rest }]
}

async function secretOf(text: string): Promise<Secret> {
  const name = /^env:([a-z_]\w*)$/i.exec(text)?.[1]
  return name === undefined ? new Secret(text) : (await fromEnvironment(name)).uri
}
