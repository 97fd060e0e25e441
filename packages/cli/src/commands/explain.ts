import { explainSieved, Sieve } from '@mongowhy/explain'
import { documentText } from '@mongowhy/report'

import type { Arguments } from '../arguments/parse.ts'
import { readCatalogue } from '../catalogue/read.ts'
import { exitStatus } from '../exit-status.ts'
import type { ExitStatus } from '../exit-status.ts'
import { explainStatus, feed } from '../explain-input.ts'
import { explanationText } from '../explanation-text.ts'
import { onInterrupt } from '../interrupt.ts'
import { print } from '../stdout.ts'
import { paintOf, styleOf } from '../terminal.ts'

/** `mongowhy explain [file|-|text]`: 0 when at least one cause is named, 2 when none is. */
export async function explain(args: Arguments): Promise<ExitStatus> {
  const interrupt = onInterrupt()
  const sieve = new Sieve()
  try {
    const { cut } = await feed(sieve, args.positionals, interrupt.signal)
    if (cut) process.stderr.write('Not all of the input was read; this is what the part that was says.\n')
    const explanation = explainSieved(sieve)
    if (args.flag('json')) await print(`${documentText({ format: 1, ...explanation })}\n`)
    else await print(explanationText(explanation, await readCatalogue(), paintOf(args), styleOf(args).width))
    if (interrupt.signal.aborted) return exitStatus.interrupted
    return explainStatus(explanation.candidates.length)
  } finally {
    interrupt.release()
  }
}
