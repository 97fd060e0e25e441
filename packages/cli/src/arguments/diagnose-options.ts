import { defaultOptions } from '@mongowhy/core'
import type { DiagnoseOptions } from '@mongowhy/core'

import { UsageError } from '../exit-status.ts'
import { readJsonObject } from '../read-json.ts'
import type { Arguments } from './parse.ts'
import { userNames } from './user-names.ts'
import { control, count, duration, namespace, proxy, resolution, resolver } from './values.ts'

/** The options of a diagnosis from the command line; throws a UsageError that names the option at fault. */
export async function diagnoseOptions(given: Arguments): Promise<DiagnoseOptions> {
  const timeout = given.value('timeout')
  const stageTimeout = given.value('stage-timeout')
  const proxyUrl = given.value('proxy')
  const writeCheck = given.value('write-check')
  return {
    timeoutMs: timeout === undefined ? defaultOptions.timeoutMs : duration('timeout', timeout),
    stageTimeoutMs:
      stageTimeout === undefined ? defaultOptions.stageTimeoutMs : duration('stage-timeout', stageTimeout),
    resolvers: given.values('dns').map(resolver),
    resolve: given.values('resolve').map(resolution),
    caFile: given.value('ca-file') ?? null,
    certKeyFile: given.value('cert-key-file') ?? null,
    proxy: proxyUrl === undefined ? null : proxy(proxyUrl),
    writeCheck: writeCheck === undefined ? null : namespace(writeCheck),
    driverOptions: await driverOptions(given.value('driver-options')),
    offline: given.flag('offline'),
    control: optional(given.value('control'), control),
    prove: proving(given),
    repeat: optional(given.value('repeat'), (text) => count('repeat', text, mostRepeats)) ?? 1,
    tlsMatrix: given.flag('tls-matrix'),
    userNames: userNames(given),
  }
}

// More tell nothing that these do not, and look like an attack to whoever watches the server.
const mostRepeats = 1_000

function optional<T>(text: string | undefined, read: (text: string) => T): T | null {
  return text === undefined ? null : read(text)
}

function proving(given: Arguments): DiagnoseOptions['prove'] {
  const [prove, not] = [given.flag('prove'), given.flag('no-prove')]
  if (prove && not) throw new UsageError('--prove and --no-prove contradict each other')
  return not ? 'off' : prove ? 'asked' : 'safe'
}

async function driverOptions(path: string | undefined): Promise<DiagnoseOptions['driverOptions']> {
  if (path === undefined) return {}
  const options = await readJsonObject(path)
  if (options === null) throw new UsageError('--driver-options: there is no such file')
  return options
}
