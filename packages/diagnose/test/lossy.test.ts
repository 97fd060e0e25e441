import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import type { CauseCode, Verdict } from '@mongowhy/core'
import { expect, test } from 'vitest'

import { memberFaults } from './members/member-faults.ts'
import type { MemberFault } from './members/member-faults.ts'
import { isKin, outlineOf } from './members/outline.ts'
import { diagnosed, each } from './members/record.ts'

/** What answers, in each of the layers: silence looks the same whatever is lost. */
const answering = [
  'a closed port',
  'an alert in answer to the hello',
  'an expired certificate',
  'a certificate for another name',
  'TLS 1.1 at most',
  'a web server on the port',
  'a server of the time of MongoDB 3.6',
  'a member of another set',
]
const faults = memberFaults.filter(({ name }) => answering.includes(name))

function strangers(fault: MemberFault, codes: readonly CauseCode[]): readonly CauseCode[] {
  return codes.filter((code) => !isKin(code, [fault.code]))
}

const script = fileURLToPath(new URL('./members/lossy.ts', import.meta.url))
const setUp =
  'ip link set lo up && iptables -A INPUT -i lo -p tcp -m statistic --mode random --probability 0.1 -j DROP'

function whyNot(): string | null {
  if (process.platform !== 'linux') return 'network namespaces are Linux’s'
  const tried = spawnSync('unshare', ['-n', 'sh', '-c', setUp])
  return tried.status === 0 ? null : 'no network namespace in which iptables may drop packets can be had'
}

test('one packet of ten that is lost changes no name', async (context) => {
  const reason = whyNot()
  if (reason !== null) return context.skip(reason)
  const child = spawn(
    'unshare',
    [
      '-n',
      'sh',
      '-c',
      `${setUp} && exec "$@"`,
      'sh',
      process.execPath,
      '--import',
      'tsx',
      script,
      ...answering,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const found = JSON.parse(text) as readonly {
    readonly name: string
    readonly outcome: Verdict['outcome']
    readonly codes: readonly CauseCode[]
  }[]
  expect(found.map(({ name }) => name)).toEqual(faults.map(({ name }) => name))
  for (const [index, fault] of faults.entries()) {
    const each = found[index]
    expect([fault.name, each?.outcome, strangers(fault, each?.codes ?? [])]).toEqual([
      fault.name,
      'explained',
      [],
    ])
  }
}, 180_000)

test('a long way changes no name', async () => {
  const ways = faults.filter(({ code }) => code !== 'tcp-refused')
  const found = await each(ways, async (fault) => {
    const { verdict } = await diagnosed([fault], { stageTimeoutMs: 5_000 }, 60)
    return [fault.name, verdict.outcome, strangers(fault, outlineOf(verdict).codes)]
  })
  expect(found).toEqual(ways.map(({ name }) => [name, 'explained', []]))
}, 120_000)
