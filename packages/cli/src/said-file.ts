import { redactText, Secret, secretsIn, userNamesIn, withoutCutOff } from '@mongowhy/core'
import type { UserNames } from '@mongowhy/core'
import { readSaid, UnreadableDocument } from '@mongowhy/report'
import type { Said } from '@mongowhy/report'

import { UsageError } from './exit-status.ts'
import { readBounded } from './read-file.ts'
import { saidSchema } from './schemas.ts'
import { secretsOfRun } from './secrets.ts'
import { shownPath } from './shown-path.ts'

// What people write about one fault; longer ones are logs, which `explain` reads.
const limit = 1024 * 1024

/** What people claimed and tried, without the secrets in it. Throws a UsageError that names the file and the place. */
export async function saidFile(path: string, users: UserNames): Promise<Said> {
  const shown = shownPath(path)
  const read = await readBounded(path, limit)
  if (read.is === 'missing') throw new UsageError(`--said: ${shown}: there is no such file`)
  if (read.is === 'failed') throw new UsageError(`--said: ${shown}: ${read.why}`)
  try {
    const names = userNamesIn(read.text)
    const secrets = [...secretsOfRun(), ...secretsIn(read.text).flatMap(lineByLine)]
    const said = readSaid(read.text, saidSchema())
    if (textsOf(said).every((text) => text === '')) notice(read.text, shown)
    return changed(said, (text) => redactText(withoutCutOff(text, secrets), secrets, { users, names }))
  } catch (error) {
    if (error instanceof UnreadableDocument) throw new UsageError(`--said: ${shown}: ${error.message}`)
    throw error
  }
}

/** A file in which nothing was found is better spoken of than passed over: its author believes that it was weighed. */
function notice(text: string, shown: string): void {
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\ufffd]/.test(text.slice(0, 4_096))) throw new UsageError(`--said: ${shown} is not text`)
  process.stderr.write(
    `--said: nothing in ${shown} was understood as a try or a conclusion: it wants headings such as "What we tried" and "What we concluded", and points below them.\n`,
  )
}

// Shorter ones may be any word of any sentence.
const shortestLine = 4

/** A key over many lines is told line by line once the text is taken apart. */
function lineByLine(secret: Secret): readonly Secret[] {
  return secret
    .reveal()
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line.length >= shortestLine && !line.startsWith('-----'))
    .map((line) => new Secret(line))
}

/** What was said with every text of it changed alike. */
export function changed(said: Said, change: (text: string) => string): Said {
  return {
    error: said.error === null ? null : change(said.error),
    tried: said.tried.map((each) => ({ ...each, what: change(each.what), outcome: change(each.outcome) })),
    concluded: said.concluded.map((each) => ({ ...each, text: change(each.text) })),
  }
}

/** Every text of what was said. */
export function textsOf({ error, tried, concluded }: Said): readonly string[] {
  return [
    error ?? '',
    ...tried.flatMap(({ what, outcome }) => [what, outcome]),
    ...concluded.map(({ text }) => text),
  ]
}
