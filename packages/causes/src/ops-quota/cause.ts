import { absent, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause, Phrase, ServerError } from '@mongowhy/core'

import { isWrite, operationDone, operationThatFailed } from '../kit/operation.ts'
import { refusalOf } from '../kit/session.ts'

type Limit = 'quota' | 'disk' | 'blocked'

interface Facts {
  readonly limit: Limit
  readonly readsWork: boolean
}

const outOfDiskSpace = 14_031
const userWritesBlocked = 371

export const cause: Cause = defineCause<Facts>({
  code: 'ops-quota',
  title: 'Writes are refused, since there is no more space or they are blocked',
  scope: 'target',
  infer: (evidence) => {
    const failed = operationThatFailed(evidence, (error, look) => isWrite(look) && limitOf(error) !== null)
    const limit = failed === undefined ? null : limitOf(failed.error)
    if (failed === undefined || limit === null) {
      const done = operationDone(evidence, 'write')
      return done === undefined ? unknown() : absent(done)
    }
    const read = operationDone(evidence, 'read')
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { limit, readsWork: read !== undefined },
      because: read === undefined ? [failed.said] : [failed.said, read],
    }
  },
  advise: ({ limit, readsWork }) => ({
    title: titles[limit],
    explanation: says`The connection, the login and the rights are in order: the server took the write and refused it for this reason.${readsWork ? ' Reads go on working, so the application looks healthy until it writes.' : ''}`,
    steps: steps[limit],
  }),
})

function limitOf(error: ServerError): Limit | null {
  if (error.code === outOfDiskSpace) return 'disk'
  if (error.code === userWritesBlocked) return 'blocked'
  return refusalOf(error) === 'quota' ? 'quota' : null
}

const titles: Readonly<Record<Limit, Phrase>> = {
  quota: says`The Atlas cluster is over its quota, and refuses writes`,
  disk: says`The server has no disk space left, and refuses writes`,
  blocked: says`Writes of users are blocked on this deployment`,
}

const steps: Readonly<Record<Limit, readonly Phrase[]>> = {
  quota: [
    says`In Atlas, open the cluster's metrics (data size, collections) and read the refusal above: it names the limit and how much is used.`,
    says`Make room: drop collections or databases that nobody needs. Deleting documents counts only once the space is given back, and indexes count too.`,
    says`Or move to a larger tier; the limits of M0 and Flex are fixed.`,
    says`If it is the number of collections: put them together, or look for code that makes one for each user or day.`,
  ],
  disk: [
    says`On the server: df -h for the disk of dbPath. Free space there first; old logs and core dumps are safe to remove, files of dbPath are not.`,
    says`Enlarge the volume, then restart mongod if it does not go on by itself.`,
    says`Find what grew: db.stats() for each database, and the oplog's size.`,
  ],
  blocked: [
    says`Somebody, or a migration tool, has run setUserWriteBlockMode. Ask who; a migration in progress ends it by itself.`,
    says`If nothing is running any more: db.adminCommand({ setUserWriteBlockMode: 1, global: false }).`,
  ],
}
