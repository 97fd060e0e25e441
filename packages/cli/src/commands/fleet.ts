import { anonymizedReport, Anonymizer, Secret, visible } from '@mongowhy/core'
import type { Report, Target } from '@mongowhy/core'
import { diagnoseFleet } from '@mongowhy/diagnose'
import { reportDocument } from '@mongowhy/report'

import { diagnoseOptions } from '../arguments/diagnose-options.ts'
import type { Arguments } from '../arguments/parse.ts'
import { count } from '../arguments/values.ts'
import { exitStatus, UsageError } from '../exit-status.ts'
import type { ExitStatus } from '../exit-status.ts'
import { onInterrupt } from '../interrupt.ts'
import { readBounded } from '../read-file.ts'
import { outgoing } from '../secrets.ts'
import { shownPath } from '../shown-path.ts'
import { print } from '../stdout.ts'
import { version } from '../version.ts'
import { FleetSummary } from './fleet-summary.ts'

const largestFile = 64 * 1024 * 1024
const usualConcurrency = 16
const mostConcurrency = 256

/** `mongowhy diagnose --targets FILE`: one line of JSON for each target, as they end; the summary goes to standard error. */
export async function fleet(args: Arguments, path: string): Promise<ExitStatus> {
  if (args.positionals.length > 0) throw new UsageError('a target or --targets, not both')
  for (const name of ['markdown', 'html', 'output', 'verbose'])
    if (args.flag(name))
      throw new UsageError(`--targets prints a line of JSON for each target; --${name} does not go with it`)
  const options = await diagnoseOptions(args)
  const concurrency = count(
    'concurrency',
    args.value('concurrency') ?? String(usualConcurrency),
    mostConcurrency,
  )
  const targets = await readTargets(path)
  const interrupt = onInterrupt()
  const summary = new FleetSummary(process.stderr, targets.length, args.flag('quiet'))
  try {
    await diagnoseFleet(targets, options, {
      concurrency,
      signal: interrupt.signal,
      version: version(),
      onReport: async (found) => {
        summary.add(found)
        const report = args.flag('anonymize') ? anonymizedReport(found, new Anonymizer()) : found
        await print(`${outgoing(line(report, args.flag('evidence')), found.evidence)}\n`)
      },
    })
  } finally {
    summary.end()
    interrupt.release()
  }
  return interrupt.signal.aborted ? exitStatus.interrupted : exitStatus[summary.worst()]
}

function line(report: Report, withEvidence: boolean): string {
  const { evidence, ...rest } = reportDocument(report)
  return JSON.stringify(withEvidence ? { ...rest, evidence } : rest)
}

/** One target a line: a connection string or `env:NAME`, after a name of one's own if there is one. `#` begins a comment. */
async function readTargets(path: string): Promise<readonly Target[]> {
  const read = await readBounded(path, largestFile)
  if (read.is === 'missing') throw new UsageError(`--targets: there is no file ${shownPath(path)}`)
  if (read.is === 'failed') throw new UsageError(`--targets: cannot read ${shownPath(path)}: ${read.why}`)
  const targets = read.text.split('\n').flatMap((text, index): readonly Target[] => {
    const words = text.trim().split(/\s+/)
    if (words[0] === '' || words[0]?.startsWith('#') === true) return []
    const [first = '', second] = words
    if (words.length > 2)
      throw new UsageError(`--targets: line ${index + 1} has more than a name and a target`)
    const name = second === undefined ? `line ${index + 1}` : visible(first).slice(0, 100)
    return [{ uri: secretOf(second ?? first), source: `targets:${name}` }]
  })
  if (targets.length === 0) throw new UsageError(`--targets: no target stands in ${shownPath(path)}`)
  return targets
}

function secretOf(text: string): Secret {
  const name = /^env:([a-z_]\w*)$/i.exec(text)?.[1]
  return new Secret(name === undefined ? text : (process.env[name] ?? ''))
}
