import { defaultOptions } from '@mongowhy/core'
import type { DiagnoseOptions } from '@mongowhy/core'

import { UsageError } from '../exit-status.ts'
import { readJsonObject } from '../read-json.ts'
import type { Arguments } from './parse.ts'
import { duration, namespace, proxy, resolution, resolver } from './values.ts'

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
  }
}

async function driverOptions(path: string | undefined): Promise<DiagnoseOptions['driverOptions']> {
  if (path === undefined) return {}
  const options = await readJsonObject(path)
  if (options === null) throw new UsageError('--driver-options: there is no such file')
  return options
}
