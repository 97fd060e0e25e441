import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { runProcess } from './run-process.ts'
import type { Ran } from './run-process.ts'

/** Runs Node as a whole process and tells beside it the most memory that it ever had; `folder` is for what it writes. */
export async function runWithPeak(
  folder: string,
  args: readonly string[],
  boundMs: number,
): Promise<Ran & { readonly peakMb: number }> {
  const file = join(folder, 'peak')
  const watch = join(import.meta.dirname, 'peak-memory.cjs')
  const ran = await runProcess(process.execPath, ['--require', watch, ...args], {
    boundMs,
    env: { PEAK_FILE: file },
  })
  return { ...ran, peakMb: Number(readFileSync(file, 'utf8')) }
}
