import { randomBytes } from 'node:crypto'
import { lstat, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

import { UsageError } from './exit-status.ts'
import { errnoOf } from './read-file.ts'
import { shownPath } from './shown-path.ts'

/** A file that will be written once, whole or not at all, readable by its owner alone. */
export interface OutputFile {
  write(text: string): Promise<void>
}

/**
 * Checks before the work begins that the file can be written: a link, a device or a directory is not replaced.
 * Throws a UsageError.
 */
export async function outputFile(path: string): Promise<OutputFile> {
  const shown = shownPath(path)
  const stat = await lstat(path).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return null
    throw new UsageError(`--output: cannot write ${shown}: ${errnoOf(error)}`)
  })
  if (stat?.isDirectory() === true) throw new UsageError(`--output: ${shown} is a directory`)
  if (stat?.isSymbolicLink() === true)
    throw new UsageError(`--output: ${shown} is a symbolic link; name the file itself`)
  if (stat !== null && !stat.isFile()) throw new UsageError(`--output: ${shown} is not a regular file`)
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`)
  const handle = await open(temporary, 'wx', 0o600).catch((error: unknown) => {
    const errno = errnoOf(error)
    throw new UsageError(
      `--output: cannot write ${shown}: ${errno === 'ENOENT' ? 'there is no such directory' : errno}`,
    )
  })
  await handle.close()
  await rm(temporary)
  return {
    async write(text) {
      try {
        await writeWhole(temporary, text)
        await rename(temporary, path)
      } catch (error) {
        await rm(temporary, { force: true })
        throw new UsageError(`--output: cannot write ${shown}: ${errnoOf(error)}`)
      }
    },
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}
