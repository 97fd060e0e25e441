import { spawnSync } from 'node:child_process'

import { expect, test } from 'vitest'

import { bin } from './run.ts'

const limits = [22, 24, 26, 28, 30, 31, 32, 33, 34, 35, 36, 38, 40, 44, 48]

test.skipIf(process.platform === 'win32')(
  'a process that may open few files says so, or does its work, and never falls apart',
  () => {
    const ends = limits.map((limit) => {
      const shell = `ulimit -n ${limit}; exec "$0" "$1" mongodb://127.0.0.1:1/ --json`
      const ran = spawnSync('sh', ['-c', shell, process.execPath, bin], { encoding: 'utf8', timeout: 30_000 })
      return { limit, status: ran.status, stderr: ran.stderr, stdout: ran.stdout }
    })
    for (const { status, stderr, stdout } of ends) {
      expect(stderr).not.toMatch(/^ +at /m)
      if (status === 4) expect(stderr).toMatch(/E[MN]FILE.*ulimit -n/)
      else expect(JSON.parse(stdout)).toMatchObject({ verdict: { outcome: 'explained' } })
    }
    expect(ends.at(-1)?.status).toBe(1)
  },
)
