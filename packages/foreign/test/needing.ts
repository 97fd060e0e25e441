import { beforeEach } from 'vitest'

import type { Tool } from '../src/index.ts'

/** Skips the tests of this file or group, with the reason, where something that they need cannot be had. */
export function needing(...tools: readonly Tool[]): void {
  const reasons = tools.flatMap(({ missing }) => missing ?? [])
  beforeEach((context) => {
    if (reasons.length > 0) context.skip(reasons.join('; '))
  })
}
