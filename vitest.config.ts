import { availableParallelism } from 'node:os'

import type { ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = {
  test: {
    include: ['packages/*/test/**/*.test.ts'],
    reporters: ['default', './scripts/skipped-reporter.mjs'],
    // Most of what the suites do is wait for servers and bounds, so that one worker would leave the processors idle.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
}

export default config
