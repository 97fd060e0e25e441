import { defaultOptions, Secret } from '@mongowhy/core'
import type { DiagnoseOptions, Report } from '@mongowhy/core'
import { diagnose } from '@mongowhy/diagnose'
import { onTestFinished } from 'vitest'

import type { Running } from '../src/index.ts'

/** The product's own word on a target, with the options of the command line. */
export function diagnosed(uri: string, options: Partial<DiagnoseOptions> = {}): Promise<Report> {
  return diagnose({ uri: new Secret(uri), source: 'argument' }, { ...defaultOptions, ...options })
}

/** A server that is stopped when the test ends. */
export async function during<Server extends Pick<Running, 'stop'>>(
  starting: Promise<Server>,
): Promise<Server> {
  const server = await starting
  onTestFinished(() => server.stop())
  return server
}

/** What a verdict says, in the few words that tests compare; the whole of it where they differ. */
export function told({ verdict }: Report): {
  readonly outcome: string
  readonly primary: string | null
  readonly others: readonly string[]
  readonly advisories: readonly string[]
} {
  return {
    outcome: verdict.outcome,
    primary: verdict.primary === null ? null : `${verdict.primary.code} ${verdict.primary.certainty}`,
    others: verdict.others.map(({ code }) => code),
    advisories: verdict.advisories.map(({ code }) => code),
  }
}
