import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { addressesInHostsFile } from '../src/dns/hosts.ts'
import { lookUpInChild } from '../src/dns/lookup-child.ts'
import type { LookUpCommand } from '../src/dns/lookup-child.ts'
import { resolveSystem } from '../src/dns/system.ts'

const bound = { signal: new AbortController().signal, timeoutMs: 5_000 }

function command(script: string): LookUpCommand {
  return {
    file: process.execPath,
    arguments: () => ['-e', script],
    read: (output, status) => (status === 0 ? { addresses: output.split('\n').filter(Boolean) } : null),
  }
}

test('the hosts file: names without regard to case, comments, both families, in its order', async () => {
  const path = join(tmpdir(), `hosts-${process.pid}`)
  await writeFile(
    path,
    '# 127.0.0.9 db\n127.0.0.2 Db.Lab.Test db # db2\r\n::1\tdb\nnonsense db\n127.0.0.2 db\n',
  )
  expect(await addressesInHostsFile('DB', path)).toEqual(['127.0.0.2', '::1'])
  expect(await addressesInHostsFile('db.lab.test.', path)).toEqual(['127.0.0.2'])
  expect(await addressesInHostsFile('db2', path)).toEqual([])
  expect(await addressesInHostsFile('db', `${path}.none`)).toEqual([])
})

describe('resolveSystem', () => {
  test('literals are their own answer', async () => {
    const { a, aaaa, order } = await resolveSystem('127.0.0.3', bound)
    expect(a).toMatchObject({ transport: 'getaddrinfo', outcome: 'answer' })
    expect(aaaa).toMatchObject({ outcome: 'nodata' })
    expect(order).toEqual(['127.0.0.3'])
  })

  test('localhost has a loopback address', async () => {
    const { order } = await resolveSystem('localhost', bound)
    expect(order.length).toBeGreaterThan(0)
    for (const address of order) expect(['127.0.0.1', '::1']).toContain(address)
  })

  test.each(['a b', '', '-c', 'a\u0000b', 'x'.repeat(300)])(
    '%j is no name, and nobody is asked',
    async (name) => {
      expect((await resolveSystem(name, bound)).a).toMatchObject({ outcome: 'failed', code: 'EBADNAME' })
    },
  )
})

describe('a look-up in a child process', () => {
  test('keeps the order of the addresses', async () => {
    const looked = await lookUpInChild('x', bound, [command('console.log("127.0.0.2\\n127.0.0.1")')])
    expect(looked).toEqual({ addresses: ['127.0.0.2', '127.0.0.1'] })
  })

  test('goes on to the next command where one cannot tell or does not exist', async () => {
    const none: LookUpCommand = { ...command(''), file: '/no/such/command' }
    const looked = await lookUpInChild('x', bound, [
      none,
      command('process.exit(2)'),
      command('console.log("::1")'),
    ])
    expect(looked).toEqual({ addresses: ['::1'] })
  })

  test('is killed at the bound', async () => {
    const looked = await lookUpInChild('x', { ...bound, timeoutMs: 200 }, [
      command('setInterval(() => {}, 1000)'),
    ])
    expect(looked).toEqual({ failed: 'ETIMEOUT' })
  })

  test('is killed at an interrupt', async () => {
    const interrupt = new AbortController()
    const looking = lookUpInChild('x', { signal: interrupt.signal, timeoutMs: 60_000 }, [
      command('setInterval(() => {}, 1000)'),
    ])
    interrupt.abort(new Error('interrupted'))
    await expect(looking).rejects.toThrow('interrupted')
  })
})

test('the commands of this system read localhost as the hosts file has it', async () => {
  const looked = await lookUpInChild('localhost', bound)
  expect(looked).toMatchObject({
    addresses: expect.arrayContaining([expect.stringMatching(/^(127\.0\.0\.1|::1)$/)]),
  })
})
