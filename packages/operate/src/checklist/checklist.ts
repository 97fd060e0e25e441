import { redactText } from '@mongowhy/core'
import type { Target } from '@mongowhy/core'

import type { ChecklistConfig } from '../config/checklist-config.ts'
import { TargetError } from '../open-for-work.ts'
import { checkAuthEndpoints } from './auth-endpoints.ts'
import { checkCollections } from './collections.ts'
import { checkConnection } from './connection.ts'
import type { Examined } from './connection.ts'
import { checkCrud } from './crud.ts'
import { failed, notRun } from './document.ts'
import type { ChecklistDocument, ChecklistItem, Finding, ItemId } from './document.ts'
import { checkSource } from './source.ts'
import { checkStatusEndpoint } from './status-endpoint.ts'
import { checkTlsPolicy } from './tls-policy.ts'

export interface ChecklistOptions {
  readonly target: Target
  readonly config: ChecklistConfig
  /** Items to run; empty: all. The connection is looked at in any case, since the others stand on it. */
  readonly only: readonly ItemId[]
  readonly signal: AbortSignal
  readonly onItem: (item: ChecklistItem) => void
}

const titles: Readonly<Record<ItemId, string>> = {
  connection: 'The deployment can be connected to',
  collections: 'Every collection is defined, is there and can be read',
  crud: 'A document can be written, read, changed and removed',
  'auth-endpoints': 'Sign-up, login and protected endpoints do what they should',
  'status-endpoint': 'The status endpoint answers',
  'tls-policy': 'Certificates are verified',
  'no-credentials-in-source': 'No credentials stand in the source',
  'access-list': "The provider's access list admits this address",
}

/** Runs the release checklist, one item after the other. Rejects only when the signal aborts. */
export async function checklist(options: ChecklistOptions): Promise<ChecklistDocument> {
  const { config, target, signal } = options
  let examined: Examined | null = null
  const look = async (): Promise<Examined> => (examined ??= await checkConnection(target, signal))
  const works = async (check: () => Promise<Finding>): Promise<Finding> =>
    (await look()).usable ? check() : notRun('the connection fails')
  const checks: Readonly<Record<ItemId, () => Promise<Finding>>> = {
    connection: async () => (await look()).finding,
    collections: () => works(() => checkCollections(target, config.collections, config.source)),
    crud: () => works(() => checkCrud(target, config.scratch)),
    'auth-endpoints': () => checkAuthEndpoints(config.app, signal),
    'status-endpoint': () => checkStatusEndpoint(config.app, signal),
    'tls-policy': async () => checkTlsPolicy(target, (await look()).report),
    'no-credentials-in-source': () => checkSource(config.source),
    'access-list': () => Promise.resolve(notRun("it needs an API key of the provider's")),
  }
  const items: ChecklistItem[] = []
  for (const id of Object.keys(checks) as ItemId[]) {
    if (options.only.length > 0 && !options.only.includes(id)) continue
    signal.throwIfAborted()
    const item = await timed(id, () => told(checks[id], options))
    items.push(item)
    options.onItem(item)
  }
  const count = (status: ChecklistItem['status']): number =>
    items.filter((item) => item.status === status).length
  return { format: 1, passed: count('passed'), failed: count('failed'), notRun: count('not-run'), items }
}

/** A check that the server ends with an error has failed, and the others are still run. */
async function told(
  check: () => Promise<Finding>,
  { signal, target }: Pick<ChecklistOptions, 'signal' | 'target'>,
): Promise<Finding> {
  try {
    return await check()
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof TargetError) return failed(error.message, [], error.code)
    if (error instanceof Error && error.name.startsWith('Mongo'))
      return failed(redactText(error.message, [target.uri]))
    throw error
  }
}

async function timed(id: ItemId, check: () => Promise<Finding>): Promise<ChecklistItem> {
  const began = performance.now()
  const { status, reason, code = null, because = [] } = await check()
  const tookMs = Math.round((performance.now() - began) * 10) / 10
  return { id, title: titles[id], status, tookMs, reason, code, because }
}
