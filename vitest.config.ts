import { availableParallelism } from 'node:os'

import type { ViteUserConfig } from 'vitest/config'

const connect = new URL('packages/connect/src/', import.meta.url).pathname

const config: ViteUserConfig = {
  // The example imports what is published; its tests run from the sources.
  resolve: {
    alias: [
      { find: /^mongowhy\/connect$/, replacement: `${connect}index.ts` },
      { find: /^mongowhy\/connect\/(\w+)$/, replacement: `${connect}adapters/$1.ts` },
    ],
  },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'examples/*/test/**/*.test.ts'],
    reporters: ['default', './scripts/skipped-reporter.mjs'],
    // Most of what the suites do is wait for servers and bounds, so that one worker would leave the processors idle.
    maxWorkers: Math.max(2, availableParallelism()),
    // Real servers on a machine that does other things at the same time: a second try tells a fault from a stumble.
    retry: process.env['CI'] === undefined ? 0 : 2,
    testTimeout: process.env['CI'] === undefined ? 20_000 : 60_000,
    hookTimeout: 30_000,
  },
}

export default config
