import { availableParallelism } from 'node:os'

import type { DiagnoseOptions } from '@mongowhy/core'

import type { Examiner, LineForm } from './examine.ts'

// A thread takes about as long to start as some hundred targets to diagnose.
const targetsForOne = 200
// Each takes some 80 MB; thousands of targets are to be diagnosed in less than 300.
const mostThreads = 2

// Beside the bundle there is one of the worker; sources run in this thread.
const entry = new URL('fleet-worker.js', import.meta.url)
const bundled = !import.meta.url.endsWith('.ts')

/** Diagnoses in this thread, or in several where there is work enough and a processor for each. */
export async function examinerFor(
  targets: number,
  concurrency: number,
  options: DiagnoseOptions,
  form: LineForm,
): Promise<Examiner> {
  const threads = Math.min(
    availableParallelism(),
    mostThreads,
    concurrency,
    Math.floor(targets / targetsForOne),
  )
  if (!bundled || threads < 2) return (await import('./examine.ts')).examinerHere(options, form)
  return (await import('./pool.ts')).examinerInThreads(entry, threads, concurrency, options, form)
}
