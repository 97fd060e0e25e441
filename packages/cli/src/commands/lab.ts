import { nearest } from '@mongowhy/core'
import { documentText } from '@mongowhy/report'
import { commandFor, labFaults, startFault, UnavailableFault, UnknownFault } from '@mongowhy/lab'
import type { RunningFault } from '@mongowhy/lab'

import type { Arguments } from '../arguments/parse.ts'
import { exitStatus, UsageError } from '../exit-status.ts'
import type { ExitStatus } from '../exit-status.ts'
import { interrupted, onInterrupt } from '../interrupt.ts'
import { print } from '../stdout.ts'
import { paintOf } from '../terminal.ts'

/** `mongowhy lab CODE…` and `mongowhy lab --list`. */
export async function lab(args: Arguments): Promise<ExitStatus> {
  if (args.flag('list')) return list(args)
  if (args.positionals.length === 0)
    throw new UsageError('lab wants a code; `mongowhy lab --list` lists them')
  const running: RunningFault[] = []
  const interrupt = onInterrupt()
  try {
    for (const code of args.positionals) running.push(await started(code))
    await print(args.flag('json') ? `${documentText(document(running), 0)}\n` : told(running, args))
    await interrupted(interrupt.signal)
  } finally {
    await Promise.allSettled(running.map((fault) => fault.stop()))
    interrupt.release()
  }
  return exitStatus.healthy
}

/** Starts a fault; what is wrong with the code is wrong usage. */
export async function started(code: string): Promise<RunningFault> {
  try {
    return await startFault(code)
  } catch (error) {
    if (error instanceof UnavailableFault) throw new UsageError(error.message)
    if (!(error instanceof UnknownFault)) throw error
    const meant = nearest(
      code.toLowerCase(),
      labFaults().map((fault) => fault.code),
    )
    const hint = meant === null ? '`mongowhy lab --list` lists those there are' : `did you mean ${meant}?`
    throw new UsageError(`the lab has no such fault; ${hint}`)
  }
}

async function list(args: Arguments): Promise<ExitStatus> {
  const faults = labFaults()
  const width = Math.max(0, ...faults.map(({ code }) => code.length))
  await print(
    args.flag('json')
      ? `${documentText({ format: 1, faults })}\n`
      : faults.map(({ code, summary }) => `${code.padEnd(width)}  ${summary}\n`).join(''),
  )
  return exitStatus.healthy
}

function document(running: readonly RunningFault[]): object {
  return {
    format: 1,
    running: running.map((fault) => ({ code: fault.code, uri: fault.uri, command: commandFor(fault) })),
  }
}

function told(running: readonly RunningFault[], args: Arguments): string {
  const { bold, dim, accent } = paintOf(args)
  const each = running.flatMap((fault) => [
    bold(fault.code),
    `  ${fault.uri}`,
    `  ${accent(commandFor(fault))}`,
    '',
  ])
  return [...each, dim('Up until Ctrl-C.'), ''].join('\n')
}
