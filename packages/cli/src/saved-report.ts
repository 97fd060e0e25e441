import { redactValue, usersHidden } from '@mongowhy/core'
import type { Report, UserNames } from '@mongowhy/core'
import { judgeAgain } from '@mongowhy/diagnose/judge-again'
import { readReport, reportAsSaved, UnreadableDocument } from '@mongowhy/report'
import type { SavedReport } from '@mongowhy/report'

import { UsageError } from './exit-status.ts'
import { readBounded } from './read-file.ts'
import { schemas } from './schemas.ts'
import { hidingUsers, secretsOfRun } from './secrets.ts'
import { shownPath } from './shown-path.ts'

// The evidence of a hundred members with their certificates takes about two; what is larger is none of ours.
const limit = 32 * 1024 * 1024

/** A report that was kept in a file, judged by the present rules unless names are replaced in it. Throws a UsageError that names the file and the place. */
export async function savedReport(path: string, users: UserNames): Promise<Report> {
  const shown = shownPath(path)
  const read = await readBounded(path, limit)
  if (read.is === 'missing') throw new UsageError(`${shown}: there is no such file`)
  if (read.is === 'failed') throw new UsageError(`${shown}: ${read.why}`)
  try {
    const saved = readReport(read.text, schemas())
    const report = judged(redactValue(saved, secretsOfRun(), { ...usersHidden, users }))
    return hidingUsers(report, users, saved.target.uri)
  } catch (error) {
    if (error instanceof UnreadableDocument) throw new UsageError(`${shown}: ${error.message}`)
    throw error
  }
}

function judged(saved: SavedReport): Report {
  if (saved.anonymized === true && saved.verdict !== null) return reportAsSaved(saved, saved.verdict)
  let again
  try {
    again = judgeAgain(saved.evidence)
  } catch (error) {
    // What a probe wrote never makes a rule fail; what somebody else wrote may.
    if (!(error instanceof Error)) throw error
    throw new UnreadableDocument(`the rules cannot read its evidence (${error.name})`)
  }
  const { tool, target, interrupted, evidence, timing } = saved
  return { tool, target, interrupted, evidence, timing, ...again }
}
