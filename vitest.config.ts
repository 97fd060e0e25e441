import type { ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = {
  test: {
    include: ['packages/*/test/**/*.test.ts'],
    reporters: ['default', './scripts/skipped-reporter.mjs'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
}

export default config
