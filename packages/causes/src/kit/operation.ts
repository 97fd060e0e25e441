import { cite, says, seenBy } from '@mongowhy/core'
import type { Citation, Evidence, ServerError } from '@mongowhy/core'

import { codeWords, failedOperations } from './session.ts'
import type { OperationLook } from './session.ts'

/** An operation that failed, with the words for it. */
export interface FailedOperation {
  readonly look: OperationLook
  readonly error: ServerError
  readonly said: Citation
}

/** The first operation whose error is of the kind that is asked for. */
export function operationThatFailed(
  evidence: Evidence,
  ofKind: (error: ServerError, look: OperationLook) => boolean,
): FailedOperation | undefined {
  const found = failedOperations(evidence).find(({ error, look }) => ofKind(error, look))
  if (found === undefined) return undefined
  const { look, error } = found
  const { operation, namespace } = look.saw
  const answer =
    error.code === null
      ? says`${operation} on ${namespace} failed: ${error.name}: ${error.message}`
      : says`${operation} on ${namespace} was answered with ${codeWords(error)}: ${error.message}`
  return { ...found, said: cite(look, answer) }
}

/** What was done: the read, or the write where one was asked for. Undefined: neither was. */
export function operationDone(evidence: Evidence, kind: 'read' | 'write'): Citation | undefined {
  const wanted = kind === 'read' ? 'read' : 'insert'
  const done = seenBy(evidence, 'ops.run').find(
    ({ saw }) => saw.operation === wanted && saw.outcome.is === 'done',
  )
  return done === undefined ? undefined : cite(done, says`${wanted} on ${done.saw.namespace} was done`)
}

/** Whether an operation changes data. */
export function isWrite({ saw }: OperationLook): boolean {
  return saw.operation === 'insert' || saw.operation === 'update' || saw.operation === 'delete'
}
