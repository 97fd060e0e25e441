import { absent, cite, defineCause, firstSeen, says, together, unknown } from '@mongowhy/core'
import type { Cause, ProjectSighting } from '@mongowhy/core'

import { answered } from '../kit/deployment.ts'

interface Facts {
  readonly version: string
  readonly within: string | null
  readonly wireVersion: number
}

// MongoDB 5.1 took the old form of commands (OP_QUERY) away and left hello alone to it. The Node driver speaks the new
// form from 3.2 on: 3.1 fails against such a server with code 352, 3.2 does not.
const firstWithoutQuery = 14
const firstThatSpeaks: readonly [number, number] = [3, 2]

export const cause: Cause = defineCause<Facts>({
  code: 'env-driver-too-old',
  title: 'The driver of the application is too old for the server',
  scope: 'target',
  infer(evidence) {
    const project = firstSeen(evidence, 'env.project')
    const reply = answered(evidence, null)
    if (project === undefined || reply === undefined) return unknown()
    const drivers = project.saw.packages.filter(({ name }) => name === 'mongodb')
    const [some] = drivers
    if (some === undefined) return unknown()
    const old = drivers.find(isOld)
    if (old === undefined)
      return absent(cite(project, says`the driver installed for this folder is ${some.version}`))
    const { maxWireVersion } = reply.hello
    if (maxWireVersion < firstWithoutQuery) {
      return absent(
        cite(reply.look, says`the server still takes commands in the form that this driver sends`),
      )
    }
    return {
      is: 'present',
      // That it is this program that fails was not seen.
      certainty: 'likely',
      // The driver that comes with us is not the one that is too old.
      bearing: 'advisory',
      facts: { version: old.version, within: old.within, wireVersion: maxWireVersion },
      because: [
        cite(
          project,
          old.within === null
            ? says`the driver installed for the program of this folder is ${old.version}`
            : says`${old.within}, installed for the program of this folder, brings the driver ${old.version}`,
        ),
        cite(reply.look, says`the server speaks up to wire version ${maxWireVersion}`),
      ],
    }
  },
  advise: ({ version, within, wireVersion }) => ({
    title: says`The Node driver ${version} of this folder cannot talk to this server`,
    explanation: together(
      says`Drivers before 3.2 send commands in a form (OP_QUERY) that MongoDB gave up with 5.1 (wire version ${firstWithoutQuery}; this server speaks ${wireVersion}). The connection is made, and the first command fails with "Unsupported OP_QUERY command", code 352.`,
      says`The driver that comes with mongowhy is newer, so what is said here of the connection holds for a program with a new driver.`,
    ),
    steps: [
      within === null
        ? says`npm install mongodb@latest in the folder of the program, and go through the list of changes: callbacks ended with version 5.`
        : says`npm install ${within}@latest in the folder of the program, and go through its list of changes.`,
      says`If the program cannot be changed now, it needs a server of version 5.0 or older.`,
    ],
    confirm: says`Look for code 352 or "Unsupported OP_QUERY command" in the program's log.`,
  }),
})

function isOld({ version }: ProjectSighting['packages'][number]): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(version) ?? []
  if (major === undefined || minor === undefined) return false
  const [newMajor, newMinor] = firstThatSpeaks
  return Number(major) < newMajor || (Number(major) === newMajor && Number(minor) < newMinor)
}
