import { expect, test } from 'vitest'

import { defaultOptions, Secret } from '@mongowhy/core'
import type { Report } from '@mongowhy/core'
import { diagnose } from '@mongowhy/diagnose'
import { faults } from '@mongowhy/causes/faults'
import { Recorder } from '@mongowhy/probes'

const stageTimeoutMs = 4_000

async function diagnosed(code: string): Promise<Report> {
  const fault = faults.find((each) => each.code === code)
  if (fault === undefined) throw new Error(`no fault ${code}`)
  const started = await fault.start()
  try {
    const target = { uri: new Secret(started.uri), source: 'argument' }
    return await diagnose(target, { ...defaultOptions, ...started.options, stageTimeoutMs })
  } finally {
    await started.stop()
  }
}

test.each(['tls-silent', 'wire-hello-silent'])(
  '%s: what follows from the silence is asked while it lasts',
  async (code) => {
    const { verdict, evidence } = await diagnosed(code)
    expect(verdict.primary?.code).toBe(code)
    const [first] = evidence.looks.filter(({ ask }) => /^(tls\.handshake|wire\.hello)$/.test(ask.probe))
    if (first?.status !== 'seen') throw new Error('the silent look was not made')
    const silentUntil = first.startedAt + first.tookMs
    const followed = evidence.looks.filter(
      ({ ask }) => ask.probe === 'wire.banner' || ask.trial !== undefined,
    )
    expect(followed.length).toBeGreaterThan(1)
    // On a machine that is busy the last of them may still be made afterwards.
    expect(Math.min(...followed.map(({ startedAt }) => startedAt))).toBeLessThan(silentUntil)
  },
)

test('a look that waits is presumed to stay without an answer, once it has waited long enough', async () => {
  const recorder = new Recorder()
  expect(recorder.presuming(0)).toBeNull()
  const endpoint = 'db.lab.test:27017'
  const open = recorder.begin({ probe: 'tcp.connect', endpoint, vary: { address: '192.0.2.1' } })
  recorder.begin({ probe: 'driver.connect', endpoint: null, vary: {} })
  expect(recorder.presuming(60_000)).toBeNull()
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(recorder.presuming(1)).toMatchObject([
    { ask: { probe: 'tcp.connect' }, status: 'seen', saw: { outcome: { is: 'silent' }, port: 27017 } },
  ])
  // Nothing of it is kept: the look ends as it really does.
  expect(recorder.looks()).toEqual([])
  open.seen({ address: '192.0.2.1', port: 27017, family: 'ipv4', outcome: { is: 'refused' } })
  expect(recorder.presuming(0)).toBeNull()
  expect(recorder.looks()).toHaveLength(1)
})
