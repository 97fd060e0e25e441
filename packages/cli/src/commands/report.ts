import { basename } from 'node:path'

import { anonymizedReport, Anonymizer, redactText } from '@mongowhy/core'
import type { Report } from '@mongowhy/core'
import type { Run, SupportCase } from '@mongowhy/report'

import type { Arguments } from '../arguments/parse.ts'
import { userNames } from '../arguments/user-names.ts'
import { exitStatus, UsageError } from '../exit-status.ts'
import type { ExitStatus } from '../exit-status.ts'
import { formOf } from '../output-form.ts'
import { changed, saidFile, textsOf } from '../said-file.ts'
import { savedReport } from '../saved-report.ts'
import { keepEnvironmentSecrets, outgoingReports, secretsOfRun } from '../secrets.ts'
import { print } from '../stdout.ts'
import { driverTexts, renderedCase } from '../support-case.ts'

// A timeline of more runs than this is what the watch service keeps.
const mostFiles = 100

/** `mongowhy report EVIDENCE.JSON…`: 0 when it is rendered. */
export async function report(args: Arguments): Promise<ExitStatus> {
  const form = formOf(args)
  const paths = args.positionals
  if (paths.length === 0)
    throw new UsageError('report wants a file that `mongowhy --json` or `--output` wrote')
  if (paths.length > mostFiles) throw new UsageError(`report takes ${mostFiles} files at most`)
  keepEnvironmentSecrets()
  const given = await caseOf(paths, args)
  const shown = args.flag('anonymize') ? anonymized(given) : given
  const evidence = [...given.runs, ...shown.runs].map((run) => run.report.evidence)
  await print(outgoingReports(evidence, (seal) => renderedCase(withReports(shown, seal), form, args)))
  return exitStatus.healthy
}

async function caseOf(paths: readonly string[], args: Arguments): Promise<SupportCase> {
  const said = args.value('said')
  const users = userNames(args)
  const read: Run[] = []
  for (const path of paths) read.push({ report: await savedReport(path, users), file: basename(path) })
  const [first, ...others] = read.toSorted(
    (a, b) => Date.parse(a.report.evidence.takenAt) - Date.parse(b.report.evidence.takenAt),
  )
  if (first === undefined) throw new UsageError('report wants a file')
  return {
    runs: [first, ...others],
    said: said === undefined ? null : await saidFile(said, users),
    contact: words(args, 'contact'),
    cluster: words(args, 'cluster'),
    textsOf: driverTexts,
  }
}

function words(args: Arguments, name: 'contact' | 'cluster'): string | null {
  const given = args.value(name)
  // Whom to ask is an address as often as not: it was given to be read.
  return given === undefined
    ? null
    : redactText(given.slice(0, 200), secretsOfRun(), { users: 'kept', names: [] })
}

function withReports(given: SupportCase, change: (report: Report) => Report): SupportCase {
  const [first, ...others] = given.runs
  const run = ({ report: own, file }: Run): Run => ({ report: change(own), file })
  return { ...given, runs: [run(first), ...others.map(run)] }
}

/** Every run and every word by the same anonymizer, so that a host is called alike wherever it is met. */
function anonymized(given: SupportCase): SupportCase {
  const anonymizer = new Anonymizer()
  const runs = withReports(given, (own) => anonymizedReport(own, anonymizer))
  if (given.said !== null) anonymizer.learnTexts(textsOf(given.said))
  return {
    ...runs,
    said: given.said === null ? null : changed(given.said, (text) => anonymizer.text(text)),
  }
}
