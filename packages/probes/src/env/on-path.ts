import { constants } from 'node:fs'
import { access, realpath } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'

/** Where a program stands on PATH; null when nowhere. Relative entries are left out: they would run what lies about. */
export async function onPath(
  program: string,
  path: string = process.env['PATH'] ?? '',
): Promise<string | null> {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  for (const folder of path.split(delimiter).slice(0, 128)) {
    if (!isAbsolute(folder)) continue
    const file = join(folder, `${program}${suffix}`)
    const there = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (there) return (await isInstaller(file)) ? null : file
  }
  return null
}

/** macOS puts programs at these paths that only offer, in a window, to install the real ones. */
async function isInstaller(file: string): Promise<boolean> {
  if (process.platform !== 'darwin' || !file.startsWith('/usr/bin/')) return false
  const needs = file.endsWith('java')
    ? '/Library/Java/JavaVirtualMachines'
    : '/Library/Developer/CommandLineTools'
  return realpath(needs).then(
    () => false,
    () => true,
  )
}
