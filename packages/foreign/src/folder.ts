import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of a server's own: its configuration, keys and data. */
export interface Folder {
  readonly path: string
  /** Writes a file that its owner alone may read, and returns its path. */
  write(name: string, content: string): Promise<string>
  remove(): Promise<void>
}

export async function temporaryFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'mongowhy-foreign-'))
  return {
    path,
    write: async (name, content) => {
      const file = join(path, name)
      await writeFile(file, content, { mode: 0o600 })
      return file
    },
    remove: () => rm(path, { recursive: true, force: true }),
  }
}
