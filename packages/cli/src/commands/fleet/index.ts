import { inTurn } from '@mongowhy/diagnose'

import { diagnoseOptions } from '../../arguments/diagnose-options.ts'
import type { Arguments } from '../../arguments/parse.ts'
import { count } from '../../arguments/values.ts'
import { exitStatus, UsageError } from '../../exit-status.ts'
import type { ExitStatus } from '../../exit-status.ts'
import { onInterrupt } from '../../interrupt.ts'
import { keepOptionSecrets, keepSecret } from '../../secrets.ts'
import { print } from '../../stdout.ts'
import { readTargets } from '../../target/read-targets.ts'
import { examinerFor } from './examiner.ts'
import { FleetSummary } from './summary.ts'

const usualConcurrency = 16
const mostConcurrency = 256

const otherForms = ['markdown', 'html', 'output', 'verbose'] as const

/** `mongowhy diagnose --targets FILE`: one line of JSON for each target, as they end; the summary goes to standard error. */
export async function fleet(args: Arguments, path: string): Promise<ExitStatus> {
  if (args.positionals.length > 0) throw new UsageError('a target or --targets, not both')
  for (const name of otherForms)
    if (args.flag(name))
      throw new UsageError(`--targets prints a line of JSON for each target; --${name} does not go with it`)
  const options = await diagnoseOptions(args)
  keepSecret(options.proxy)
  keepOptionSecrets(options.driverOptions)
  const given = args.value('concurrency') ?? String(usualConcurrency)
  const concurrency = count('concurrency', given, mostConcurrency)
  const interrupt = onInterrupt()
  const unheard = new AbortController()
  const signal = AbortSignal.any([interrupt.signal, unheard.signal])
  try {
    const targets = await readTargets(path, signal)
    const form = { evidence: args.flag('evidence'), anonymize: args.flag('anonymize') }
    const examiner = await examinerFor(targets.length, concurrency, options, form)
    const summary = new FleetSummary(process.stderr, targets.length, args.flag('quiet'))
    try {
      await inTurn(targets, { concurrency, signal }, async (target, _index, during) => {
        const found = await examiner.examine(target, during)
        summary.add(target.source, found)
        // Whoever read them has seen enough, as `head` has: what is left would be looked at for nobody.
        if ((await print(`${found.line}\n`)) === 'gone') unheard.abort()
      })
    } finally {
      await examiner.end()
      summary.end()
    }
    return signal.aborted ? exitStatus.interrupted : exitStatus[summary.worst()]
  } finally {
    interrupt.release()
  }
}
