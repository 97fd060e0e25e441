// Says at the end of a test run what was skipped and why, and, where MONGOWHY_TALLY names a file, counts into it.
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'

import { root } from './sources.mjs'

export default class SkippedReporter {
  #filtered = false

  onInit(vitest) {
    this.#filtered = vitest.config.testNamePattern !== undefined
  }

  onTestRunEnd(modules, unhandled) {
    // What nobody caught fails the run, though no test owns it.
    const tally = { passed: 0, failed: unhandled.length, skipped: 0 }
    const reasons = new Map()
    for (const module of modules) {
      // A file that cannot even be loaded has no tests; it counts as one that failed.
      if (module.state() === 'failed' && module.errors().length > 0) tally.failed += 1
      for (const test of module.children.allTests()) {
        const { state, note } = test.result()
        if (state === 'passed' || state === 'failed') tally[state] += 1
        if (state !== 'skipped') continue
        tally.skipped += 1
        if (note === undefined && this.#filtered) continue
        const why = note ?? 'no reason given'
        const where = reasons.get(why) ?? []
        where.push(`${relative(root, module.moduleId)} > ${test.fullName}`)
        reasons.set(why, where)
      }
    }
    for (const [why, tests] of reasons) {
      const [first, ...others] = tests
      const more = others.length === 0 ? '' : `, and ${others.length} more`
      process.stdout.write(`skipped (${why}): ${first}${more}\n`)
    }
    const file = process.env.MONGOWHY_TALLY
    if (file !== undefined) writeFileSync(file, JSON.stringify(tally))
  }
}
