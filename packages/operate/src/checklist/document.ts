export const itemIds = [
  'connection',
  'collections',
  'crud',
  'auth-endpoints',
  'status-endpoint',
  'tls-policy',
  'no-credentials-in-source',
  'access-list',
] as const

export type ItemId = (typeof itemIds)[number]

export interface ChecklistItem {
  readonly id: ItemId
  readonly title: string
  readonly status: 'passed' | 'failed' | 'not-run'
  readonly tookMs: number
  /** One sentence: what was found, or why it was not run. */
  readonly reason: string
  /** Of the registry, where a cause is known. */
  readonly code: string | null
  readonly because: readonly string[]
}

/** What `mongowhy checklist --json` prints; `schema/checklist.schema.json` describes it. */
export interface ChecklistDocument {
  readonly format: 1
  readonly passed: number
  readonly failed: number
  readonly notRun: number
  readonly items: readonly ChecklistItem[]
}

/** What one check came to, before it is timed. */
export type Finding = Pick<ChecklistItem, 'status' | 'reason'> &
  Partial<Pick<ChecklistItem, 'code' | 'because'>>

export function passed(reason: string, because: readonly string[] = []): Finding {
  return { status: 'passed', reason, because }
}

export function failed(reason: string, because: readonly string[] = [], code: string | null = null): Finding {
  return { status: 'failed', reason, because, code }
}

export function notRun(reason: string): Finding {
  return { status: 'not-run', reason }
}
