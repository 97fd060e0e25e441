import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file in a directory of its own, readable by its owner only, until `remove()`. */
export interface TemporaryFile {
  readonly path: string
  remove(): Promise<void>
}

/** Writes a file for options that want a path (`tlsCAFile`, …). */
export async function temporaryFile(name: string, content: string | Uint8Array): Promise<TemporaryFile> {
  const directory = await mkdtemp(join(tmpdir(), 'mongowhy-'))
  const path = join(directory, name)
  await writeFile(path, content, { mode: 0o600 })
  return { path, remove: () => rm(directory, { recursive: true, force: true }) }
}
