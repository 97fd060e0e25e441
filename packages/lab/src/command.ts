import { endpointOf } from '@mongowhy/core'
import type { DiagnoseOptions } from '@mongowhy/core'

import type { RunningFault } from './start.ts'

/** The options of a fault as arguments of the command line; options that stand in code have no such form and are left out. */
export function optionArguments(options: Partial<DiagnoseOptions>): readonly string[] {
  const given = (name: string, value: string | null | undefined): readonly string[] =>
    value === null || value === undefined ? [] : [name, value]
  const { resolvers = [], resolve = [], caFile, certKeyFile, proxy, writeCheck, control, repeat } = options
  return [
    ...resolvers.flatMap((resolver) => ['--dns', resolver]),
    ...resolve.flatMap(({ host, port, address }) => [
      '--resolve',
      `${endpointOf(host, port)}:${address.includes(':') ? `[${address}]` : address}`,
    ]),
    ...given('--ca-file', caFile),
    ...given('--cert-key-file', certKeyFile),
    ...given('--proxy', proxy?.reveal()),
    ...given('--write-check', writeCheck && `${writeCheck.database}.${writeCheck.collection}`),
    ...given('--control', control && controlText(control)),
    ...(repeat === undefined || repeat === 1 ? [] : ['--repeat', String(repeat)]),
    ...(options.timeoutMs === undefined ? [] : ['--timeout', `${options.timeoutMs}ms`]),
    ...(options.stageTimeoutMs === undefined ? [] : ['--stage-timeout', `${options.stageTimeoutMs}ms`]),
    ...(options.offline === true ? ['--offline'] : []),
  ]
}

function controlText({ host, port }: NonNullable<DiagnoseOptions['control']>): string {
  return port === null ? host : endpointOf(host, port)
}

/** A command to copy into a POSIX shell that diagnoses a running fault. The lab's credentials are made up, so they may be shown. */
export function commandFor({ uri, options }: Pick<RunningFault, 'uri' | 'options'>): string {
  return ['mongowhy', ...[uri, ...optionArguments(options)].map(quoted)].join(' ')
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
