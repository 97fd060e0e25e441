import { defaultOptions, phraseText, redactText, stageOf, stageOrder } from '@mongowhy/core'
import type { NamedCause, Target } from '@mongowhy/core'
import { diagnose } from '@mongowhy/diagnose'
import type { MongoClient } from 'mongodb'

/** The target cannot be worked on; the message says why, and `code` is the cause's. */
export class TargetError extends Error {
  override readonly name: string = 'TargetError'
  readonly code: string | null

  constructor(message: string, code: string | null) {
    super(message)
    this.code = code
  }
}

/** A client that is connected. */
export interface Work {
  readonly client: MongoClient
  close(): Promise<void>
}

const selectionMs = 10_000

/** Diagnoses a target and connects to it. Rejects with a `TargetError` where anything up to the login fails. */
export async function openForWork(target: Target): Promise<Work> {
  const { verdict } = await diagnose(target, defaultOptions)
  const { primary } = verdict
  if (primary !== null && !isAfterLogin(primary))
    throw new TargetError(phraseText(primary.title), primary.code)
  if (verdict.outcome === 'unexplained') throw new TargetError(phraseText(verdict.headline), null)
  const { MongoClient: Client } = await import('mongodb')
  const client = new Client(target.uri.reveal(), { serverSelectionTimeoutMS: selectionMs })
  try {
    await client.connect()
  } catch (error) {
    await client.close().catch(() => {})
    throw new TargetError(
      redactText(error instanceof Error ? error.message : String(error), [target.uri]),
      null,
    )
  }
  return { client, close: () => client.close() }
}

/** What stands in the way of rights and operations is met by the work itself, and told there. */
function isAfterLogin({ code }: NamedCause): boolean {
  return stageOrder(stageOf(code)) >= stageOrder('authz')
}
