import { defaultOptions, Secret } from '@mongowhy/core'
import { expect, test } from 'vitest'

import { examinerInThreads } from '../src/commands/fleet/pool.ts'

const target = { uri: new Secret('mongodb://127.0.0.1:1/'), source: 'targets:one' }
const form = { evidence: false, anonymize: false }
const signal = new AbortController().signal

function examinerRunning(script: string): ReturnType<typeof examinerInThreads> {
  const entry = new URL(`data:text/javascript,${encodeURIComponent(script)}`)
  return examinerInThreads(entry, 1, 4, defaultOptions, form)
}

test('a thread that broke refuses what it has, what comes later, and is not ended quietly', async () => {
  const examiner = examinerRunning("throw new Error('broken')")
  await expect(examiner.examine(target, signal)).rejects.toThrow('broken')
  await expect(examiner.examine(target, signal)).rejects.toThrow('broken')
  await expect(examiner.end()).rejects.toThrow('broken')
})

test('a thread that goes away refuses what it has', async () => {
  const examiner = examinerRunning('process.exit(0)')
  await expect(examiner.examine(target, signal)).rejects.toThrow('a thread ended before its work was done')
  await expect(examiner.end()).rejects.toThrow('a thread ended before its work was done')
})

test('a thread that does not end by itself is ended', async () => {
  const examiner = examinerRunning('setInterval(() => {}, 1_000)')
  const [examined, ended] = await Promise.allSettled([examiner.examine(target, signal), examiner.end()])
  for (const each of [examined, ended])
    expect(each).toMatchObject({ reason: { message: 'a thread ended before its work was done' } })
}, 30_000)
