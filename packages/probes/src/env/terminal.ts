import { readProc } from './read-start.ts'

/**
 * Whether this process stands in the background of its terminal; null where there is no terminal, or no way to tell.
 * Its group and the terminal's foreground group are the fifth and the eighth field of `/proc/self/stat`, proc(5).
 */
export async function inBackground(
  stat: Promise<string | null> = readProc('/proc/self/stat'),
): Promise<boolean | null> {
  // The command's name stands in parentheses and may hold anything.
  const fields = (await stat)?.replace(/^.*\)\s+/s, '').split(' ')
  const [, , group, , , foreground] = fields ?? []
  if (group === undefined || foreground === undefined || Number(foreground) <= 0) return null
  return group !== foreground
}
