import { constants } from 'node:fs'
import { access, readdir, realpath } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'

// A folder of programs has some thousands; one that is larger is no such folder, and its names are not looked through.
const mostNames = 50_000

/**
 * Where programs stand on PATH, by their names; those that stand nowhere are left out. Relative entries are not looked
 * at: they would run what lies about. Each folder is listed once, which costs less than asking for each name.
 */
export async function onPath(
  programs: readonly string[],
  path: string = process.env['PATH'] ?? '',
): Promise<ReadonlyMap<string, string>> {
  const folders = [...new Set(path.split(delimiter).slice(0, 128))].filter((folder) => isAbsolute(folder))
  const listed = await Promise.all(folders.map(namesIn))
  const found = await Promise.all(
    programs.map(async (program) => {
      const file = await firstIn(folders, listed, program)
      return file === null ? [] : ([[program, file]] as const)
    }),
  )
  return new Map(found.flat())
}

async function namesIn(folder: string): Promise<ReadonlySet<string>> {
  const names = await readdir(folder).catch(() => [])
  return new Set(names.length > mostNames ? [] : names.map(folded))
}

/** Windows keeps the case of names and does not care for it. */
function folded(name: string): string {
  return process.platform === 'win32' ? name.toLowerCase() : name
}

async function firstIn(
  folders: readonly string[],
  listed: readonly ReadonlySet<string>[],
  program: string,
): Promise<string | null> {
  const name = process.platform === 'win32' ? `${program}.exe` : program
  for (const [index, folder] of folders.entries()) {
    if (listed[index]?.has(folded(name)) !== true) continue
    const file = join(folder, name)
    const runs = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (runs) return (await isInstaller(file)) ? null : file
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
