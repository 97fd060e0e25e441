import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { canary, folder, run } from './run.ts'

async function kept(name: string, uri: string): Promise<string> {
  const { stdout } = await run([uri, '--offline', '--json'])
  const path = join(await folder(), name)
  await writeFile(path, stdout)
  return path
}

const one = `mongodb://ada:${canary}@a.test/?w=1`

test('0 where nothing that matters differs, 1 where something does', async () => {
  const a = await kept('a.json', one)
  const again = await run(['diff', a, await kept('b.json', one)])
  expect(again.stdout).toContain('nothing that matters differs')
  expect(again.status).toBe(0)
  const other = await run(['diff', a, await kept('c.json', `${one}&tls=true`), '--json'])
  expect(other.status).toBe(1)
  expect(JSON.parse(other.stdout)).toMatchObject({
    format: 1,
    same: false,
    first: { stage: 'uri', key: 'uri.option.tls' },
  })
})

test('names that are replaced are replaced alike in both', async () => {
  const { stdout } = await run([
    'diff',
    await kept('a.json', one),
    await kept('b.json', `mongodb://a.test,b.test/`),
    '--json',
    '--anonymize',
  ])
  const { differences } = JSON.parse(stdout) as { differences: { key: string; a: string; b: string }[] }
  expect(differences.find(({ key }) => key === 'uri.hosts')).toMatchObject({
    a: 'host-1',
    b: 'host-1, host-2',
  })
})

test.each([[[]], [['a.json']], [['a.json', 'b.json', 'c.json']]])('wrong usage: %j', async (files) => {
  const { status, stderr } = await run(['diff', ...files])
  expect(status).toBe(3)
  expect(stderr).toContain('diff wants two files')
})

test('a file that is not there is named', async () => {
  const { status, stderr } = await run(['diff', await kept('a.json', one), 'nowhere.json'])
  expect(status).toBe(3)
  expect(stderr).toContain('nowhere.json: there is no such file')
})
