import { expect, test } from 'vitest'

import { Recorder } from '../src/recorder.ts'

test('a look that is recorded once it is over has begun before, and ends no later than now', () => {
  const recorder = new Recorder()
  const until = performance.now() + 30
  while (performance.now() < until);
  // A login is timed by the driver's events, and recorded when its session ends.
  recorder
    .begin({ probe: 'auth.login', endpoint: null, vary: {} })
    .seen({ mechanism: null, authSource: null, outcome: { is: 'logged-in', roles: [] } } as never, 20)
  const [look] = recorder.looks()
  if (look?.status !== 'seen') throw new Error('it was seen')
  expect(look.tookMs).toBe(20)
  expect(look.startedAt + look.tookMs).toBeLessThanOrEqual(recorder.now())
})
