import { explainSieved, prepareAnchors, Sieve, unpacked } from '@mongowhy/explain'
import { documentText } from '@mongowhy/report'

import type { Arguments } from '../arguments/parse.ts'
import { userNames } from '../arguments/user-names.ts'
import { readSymptomIndex } from '../catalogue/read.ts'
import { exitStatus } from '../exit-status.ts'
import type { ExitStatus } from '../exit-status.ts'
import { explainStatus, feed, leftOutText } from '../explain-input.ts'
import { explanationText } from '../explanation-text.ts'
import { onInterrupt } from '../interrupt.ts'
import { print } from '../stdout.ts'
import { paintOf, styleOf } from '../terminal.ts'

/** `mongowhy explain [file|-|text]`: 0 when at least one cause is named, 2 when none is. */
export async function explain(args: Arguments): Promise<ExitStatus> {
  const interrupt = onInterrupt()
  const sieve = new Sieve()
  try {
    const left = await feed(sieve, args.positionals, interrupt.signal)
    if (interrupt.signal.aborted)
      process.stderr.write('Interrupted: this is what was read until then says.\n')
    else if (left !== null) process.stderr.write(leftOutText(left))
    const { titles, symptoms, anchors } = await readSymptomIndex()
    prepareAnchors(anchors)
    const explanation = explainSieved(sieve, unpacked(symptoms), userNames(args))
    if (args.flag('json')) await print(`${documentText({ format: 1, ...explanation })}\n`)
    else await print(explanationText(explanation, titles, paintOf(args), styleOf(args).width))
    if (interrupt.signal.aborted) return exitStatus.interrupted
    return explainStatus(explanation.candidates.length)
  } finally {
    interrupt.release()
  }
}
