import type { DiagnoseOptions } from '@mongowhy/core'
import { Secret } from '@mongowhy/core'

import type { Examined, LineForm } from './examine.ts'

/** What a worker is started with. Secrets do not travel by themselves; within one process their texts may. */
export interface WorkerData {
  readonly options: Omit<DiagnoseOptions, 'proxy'> & { readonly proxy: string | null }
  readonly form: LineForm
}

export type ToWorker =
  | { readonly is: 'examine'; readonly id: number; readonly uri: string; readonly source: string }
  | { readonly is: 'stop' }
  | { readonly is: 'end' }

export type FromWorker =
  | { readonly is: 'examined'; readonly id: number; readonly examined: Examined }
  /** `text` is scrubbed. */
  | { readonly is: 'failed'; readonly id: number; readonly leak: boolean; readonly text: string }

export function dataFor(options: DiagnoseOptions, form: LineForm): WorkerData {
  return { options: { ...options, proxy: options.proxy?.reveal() ?? null }, form }
}

export function optionsIn({ options }: WorkerData): DiagnoseOptions {
  return { ...options, proxy: options.proxy === null ? null : new Secret(options.proxy) }
}
