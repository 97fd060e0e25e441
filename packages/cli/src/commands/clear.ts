import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'

import { clear as run, PlanError, ResumeError } from '@mongowhy/operate'
import type { ClearDocument, ClearedCollection, ClearOptions } from '@mongowhy/operate'
import { documentText } from '@mongowhy/report'
import { visible } from '@mongowhy/core'

import type { Arguments } from '../arguments/parse.ts'
import { count } from '../arguments/values.ts'
import { exitStatus, UsageError } from '../exit-status.ts'
import type { ExitStatus } from '../exit-status.ts'
import { onInterrupt } from '../interrupt.ts'
import { keepSecret, outgoing } from '../secrets.ts'
import { print } from '../stdout.ts'
import { protectedPatterns } from '../target/config.ts'
import { resolveTarget } from '../target/resolve-target.ts'
import { clearText } from './clear-text.ts'

const targetMs = 15_000

// A batch that is under way is waited for: a killed one leaves counts that nobody knows.
const batchPatienceMs = 120_000

const defaultBatch = 1_000
const largestBatch = 100_000

/** `mongowhy clear <target>`. */
export async function clear(args: Arguments): Promise<ExitStatus> {
  const [given, ...more] = args.positionals
  if (given === undefined)
    throw new UsageError('clear wants a target: it does not take one from the environment by itself')
  if (more.length > 0) throw new UsageError('clear takes one target')
  const interrupt = onInterrupt({ patienceMs: batchPatienceMs, status: exitStatus.unexplained })
  try {
    const options = await optionsOf(args, given, interrupt.signal)
    const progress = progressOn(process.stderr)
    const document = await run(options, {
      signal: interrupt.signal,
      onProgress: progress.show,
      confirmed: (database, collections) => confirmed(args, database, collections, interrupt.signal),
    }).finally(progress.end)
    await print(outgoing(args.flag('json') ? `${documentText(document)}\n` : clearText(document, args)))
    return statusOf(document)
  } catch (error) {
    if (error instanceof PlanError || error instanceof ResumeError) throw new UsageError(error.message)
    throw error
  } finally {
    interrupt.release()
  }
}

async function optionsOf(args: Arguments, given: string, signal: AbortSignal): Promise<ClearOptions> {
  const target = await resolveTarget(given, targetMs, signal)
  keepSecret(target.uri)
  if (target.uri.reveal().trim() === '') throw new UsageError('the target is empty or unset')
  const wanted = wantedBy(args)
  const allowProtected = args.flag('allow-protected')
  if (allowProtected && !process.stdin.isTTY)
    throw new UsageError('--allow-protected needs a terminal, with somebody at it')
  return {
    target,
    database: args.value('database') ?? null,
    wanted,
    dryRun: args.flag('dry-run'),
    exportTo: args.value('export') ?? null,
    batch: count('batch', args.value('batch') ?? String(defaultBatch), largestBatch),
    statePath: join(process.cwd(), `mongowhy-clear-${new Date().toISOString().replace(/[:.]/g, '-')}.json`),
    guards: {
      nodeEnv: process.env['NODE_ENV'],
      protect: [...(await protectedPatterns()), ...args.values('protect')],
      allowProtected,
    },
  }
}

function wantedBy(args: Arguments): ClearOptions['wanted'] {
  const names = args
    .values('collections')
    .flatMap((list) => list.split(','))
    .map((name) => name.trim())
  const from = args.value('resume')
  const given = [args.flag('all'), names.length > 0, from !== undefined].filter(Boolean).length
  if (given !== 1) throw new UsageError('clear wants one of --collections A,B, --all and --resume FILE')
  if (from !== undefined) return { is: 'resumed', from }
  if (args.flag('all')) return { is: 'all' }
  if (names.includes('')) throw new UsageError('--collections wants names, separated by commas')
  return { is: 'named', names }
}

/** The name as `--confirm` gave it, or as somebody types it; nobody is asked where there is no terminal. */
async function confirmed(
  args: Arguments,
  database: string,
  collections: readonly ClearedCollection[],
  signal: AbortSignal,
): Promise<boolean> {
  const given = args.value('confirm')
  if (given !== undefined) return given === database
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false
  const lines = collections.map(({ name, planned }) => `  ${visible(name)}: ${planned}`)
  process.stderr.write(
    `All documents of these collections of ${visible(database)} will be deleted:\n${lines.join('\n')}\n`,
  )
  const asking = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await asking.question(`Type the name of the database to go on: `, { signal })) === database
  } catch {
    // Ctrl-C at the question is a no.
    return false
  } finally {
    asking.close()
  }
}

function progressOn(stream: NodeJS.WriteStream): {
  show: (collection: string, what: string, done: number, planned: number) => void
  end: () => void
} {
  if (!stream.isTTY) return { show: () => {}, end: () => {} }
  return {
    show: (collection, what, done, planned) =>
      stream.write(`\r\u001b[K${visible(collection)}: ${done} of ${planned} ${what}`),
    end: () => stream.write('\r\u001b[K'),
  }
}

function statusOf({ outcome }: ClearDocument): ExitStatus {
  switch (outcome) {
    case 'planned':
    case 'cleared':
      return exitStatus.healthy
    case 'refused':
      return exitStatus.explained
    case 'changed':
    case 'interrupted':
      return exitStatus.unexplained
    case 'failed':
      return exitStatus.ourFault
  }
}
