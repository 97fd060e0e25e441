import { createHash } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'

/** Where a clear stands, as `--resume` reads it. Holds no secret. */
export interface ResumeState {
  readonly format: 1
  /** A digest of hosts and database: another target must not go on with this. */
  readonly target: string
  readonly database: string
  readonly batch: number
  readonly collections: readonly {
    readonly name: string
    readonly uuid: string | null
    readonly planned: number
    readonly deleted: number
    readonly exported: string | null
    readonly done: boolean
  }[]
}

/** The file cannot be gone on with; the message says why. */
export class ResumeError extends Error {
  override readonly name: string = 'ResumeError'
}

const largestFile = 16_777_216

export function digestOf(hosts: readonly string[], database: string): string {
  return createHash('sha256')
    .update(JSON.stringify([[...hosts].sort(), database]))
    .digest('hex')
}

/** Writes the state beside its file and puts it in place, so that a crash leaves the old or the new one. */
export async function saveState(path: string, state: ResumeState): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
  await rename(`${path}.new`, path)
}

export async function removeState(path: string): Promise<void> {
  await rm(path, { force: true })
}

/** Reads a state; rejects with a `ResumeError` for anything that is none, or of another target. */
export async function readState(path: string, target: string): Promise<ResumeState> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new ResumeError(
      `${path} cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'it failed'})`,
    )
  })
  const state = text.length > largestFile ? null : parsed(text)
  if (state === null) throw new ResumeError(`${path} is not a file that \`mongowhy clear\` wrote`)
  if (state.target !== target)
    throw new ResumeError(`${path} belongs to another target: hosts and database must be the same`)
  return state
}

function parsed(text: string): ResumeState | null {
  try {
    const value: unknown = JSON.parse(text)
    return isState(value) ? value : null
  } catch {
    return null
  }
}

function isState(value: unknown): value is ResumeState {
  const state = value as Partial<ResumeState> | null
  return (
    typeof state === 'object' &&
    state !== null &&
    state.format === 1 &&
    typeof state.target === 'string' &&
    typeof state.database === 'string' &&
    typeof state.batch === 'number' &&
    Number.isInteger(state.batch) &&
    state.batch > 0 &&
    Array.isArray(state.collections) &&
    state.collections.every(isCollection)
  )
}

function isCollection(value: unknown): boolean {
  const each = value as Partial<ResumeState['collections'][number]> | null
  return (
    typeof each === 'object' &&
    each !== null &&
    typeof each.name === 'string' &&
    !each.name.startsWith('system.') &&
    (each.uuid === null || typeof each.uuid === 'string') &&
    typeof each.planned === 'number' &&
    typeof each.deleted === 'number' &&
    typeof each.done === 'boolean' &&
    (each.exported === null || typeof each.exported === 'string')
  )
}
