import { basename } from 'node:path'

import { anonymizedReport, Anonymizer } from '@mongowhy/core'
import type { Report, UserNames } from '@mongowhy/core'
import { diffDocument, diffOf, documentText, renderDiffMarkdown, renderDiffTerminal } from '@mongowhy/report'
import type { Diff, Side } from '@mongowhy/report'

import type { Arguments } from '../arguments/parse.ts'
import { userNames } from '../arguments/user-names.ts'
import { exitStatus, UsageError } from '../exit-status.ts'
import type { ExitStatus } from '../exit-status.ts'
import { formOf } from '../output-form.ts'
import { savedReport } from '../saved-report.ts'
import { keepEnvironmentSecrets, outgoingReports } from '../secrets.ts'
import { print } from '../stdout.ts'
import { styleOf } from '../terminal.ts'

/** `mongowhy diff A.json B.json`: 0 when nothing that matters differs, 1 when something does. */
export async function diff(args: Arguments): Promise<ExitStatus> {
  const [a, b, ...others] = args.positionals
  if (a === undefined || b === undefined || others.length > 0) {
    throw new UsageError('diff wants two files that `mongowhy --json` or `--output` wrote')
  }
  const anonymizer = args.flag('anonymize') ? new Anonymizer() : null
  keepEnvironmentSecrets()
  const users = userNames(args)
  const first = await side(a, b, users, anonymizer)
  const second = await side(b, a, users, anonymizer)
  const found = diffOf(first, second)
  const evidence = [first, second].map(({ report }) => report.evidence)
  await print(
    outgoingReports(evidence, (seal) => rendered(diffOf(sealed(first, seal), sealed(second, seal)), args)),
  )
  return found.first === null ? exitStatus.healthy : exitStatus.explained
}

function sealed({ name, report }: Side, seal: (report: Report) => Report): Side {
  return { name, report: seal(report) }
}

/** A file goes by its name alone, where that tells it from the other. */
async function side(
  path: string,
  other: string,
  users: UserNames,
  anonymizer: Anonymizer | null,
): Promise<Side> {
  const report = await savedReport(path, users)
  return {
    name: basename(path) === basename(other) ? path : basename(path),
    report: anonymizer === null ? report : anonymizedReport(report, anonymizer),
  }
}

function rendered(found: Diff, args: Arguments): string {
  switch (formOf(args)) {
    case 'json':
      return `${documentText(diffDocument(found))}\n`
    case 'markdown':
      return renderDiffMarkdown(found)
    case 'html':
    case 'terminal':
      return renderDiffTerminal(found, styleOf(args))
  }
}
