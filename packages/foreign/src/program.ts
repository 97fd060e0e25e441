import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

// Servers are installed where an ordinary user's PATH does not lead.
const systemFolders = ['/usr/local/sbin', '/usr/sbin', '/sbin']

/** The path of a program on PATH or among the system's servers; null when it is not installed. */
export function findProgram(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...systemFolders]
  for (const folder of folders) {
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // Not in this folder, or not to be run.
    }
  }
  return null
}

/** The path of a program that must be there: a suite that needs it has asked before. */
export function programPath(name: string): string {
  const path = findProgram(name)
  if (path === null) throw new Error(`${name} is not installed`)
  return path
}
