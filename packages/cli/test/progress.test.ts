import { PassThrough } from 'node:stream'

import type { Look } from '@mongowhy/core'
import { expect, test } from 'vitest'

import { startProgress } from '../src/progress.ts'

/** A stream that says of itself that it is a terminal, and keeps what is written. */
function terminal(isTTY: boolean): { readonly stream: NodeJS.WriteStream; readonly text: () => string } {
  const stream = Object.assign(new PassThrough().setEncoding('utf8'), { isTTY, columns: 40 })
  let kept = ''
  stream.on('data', (text: string) => (kept += text))
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => kept }
}

const look: Look = {
  id: 'tcp.connect#1',
  ask: { probe: 'tcp.connect', endpoint: `h\u001b[2J${'o'.repeat(60)}:1`, vary: { address: '127.0.0.1' } },
  startedAt: 1,
  status: 'seen',
  tookMs: 2,
  saw: { address: '127.0.0.1', port: 1, family: 'ipv4', outcome: { is: 'refused' } },
}

test('on a terminal every stage has a line, and at the end nothing is left', () => {
  const { stream, text } = terminal(true)
  const progress = startProgress(stream, false, false)
  progress.saw(look)
  const drawn = text()
  expect(drawn).toMatch(/^✗ tcp {6}\s+3 ms {2}h\\u\{1b\}/)
  for (const line of drawn.trimEnd().split('\n')) expect(line.length).toBeLessThanOrEqual(40)
  progress.end()
  expect(text().slice(drawn.length)).toBe('\u001b[2A\u001b[0J')
})

test.each([
  ['a pipe', false, false],
  ['--quiet', true, true],
])('nothing is drawn with %s', (_, isTTY, quiet) => {
  const { stream, text } = terminal(isTTY)
  const progress = startProgress(stream, quiet, true)
  progress.saw(look)
  progress.end()
  expect(text()).toBe('')
})
