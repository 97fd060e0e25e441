import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/** The first `limit` bytes of a file as text, and whether there are more; null when it cannot be read. */
export async function readStart(
  path: string,
  limit: number,
): Promise<{ readonly text: string; readonly cut: boolean } | null> {
  // Without O_NONBLOCK the mere opening of a pipe waits for its writer, and the process then waits for that at its end.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
  const file = await open(path, flags).catch(() => null)
  if (file === null) return null
  try {
    // A device may never end.
    const stat = await file.stat()
    if (!stat.isFile()) return null
    // Files of /proc say of themselves that they are empty.
    const length = stat.size === 0 ? limit + 1 : Math.min(stat.size, limit) + 1
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
    return { text: buffer.toString('utf8', 0, Math.min(bytesRead, limit)), cut: bytesRead > limit }
  } catch {
    // What cannot be read tells nothing; the caller says so.
    return null
  } finally {
    await file.close()
  }
}

/** Like `readStart`, for files of /proc, which say of themselves that they are empty. */
export async function readProc(path: string): Promise<string | null> {
  return (await readStart(path, 65_536))?.text ?? null
}
