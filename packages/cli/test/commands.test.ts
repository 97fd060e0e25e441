import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { validator } from '../../report/test/schema.ts'
import { canary, folder, run, start } from './run.ts'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

describe('the other commands', () => {
  test.each([['--version'], ['-V'], ['version']])('%s', async (word) => {
    expect(await run([word])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
  })

  test.each([[['--help']], [['-h']], [['help']]])('%s lists every command', async (args) => {
    const { status, stdout } = await run(args)
    expect(status).toBe(0)
    for (const name of ['diagnose', 'explain', 'report', 'diff', 'lab', 'demo', 'causes', 'completion'])
      expect(stdout).toContain(`  ${name} `)
    for (const later of ['scan']) expect(stdout).not.toContain(later)
  })

  test('init takes the database of the connection string for its scratch, and nothing else of it', async () => {
    const cwd = await folder()
    const MONGODB_URI = `mongodb://ada:${canary}@db.example.com/shop`
    expect(await run(['init'], { cwd, env: { MONGODB_URI } })).toMatchObject({ status: 0, stderr: '' })
    const written = readFileSync(join(cwd, 'mongowhy.config.json'), 'utf8')
    expect(JSON.parse(written)).toMatchObject({
      targets: { main: 'env:MONGODB_URI' },
      checklist: { scratch: 'shop.mongowhy_scratch' },
    })
    expect(written).not.toContain(canary)
    expect(await run(['init'], { cwd, env: { MONGODB_URI } })).toMatchObject({ status: 3, stdout: '' })
  })

  test('a name in the configuration that is nearly one of ours is no name of others', async () => {
    const cwd = await folder()
    const env = { MONGODB_URI: 'mongodb://127.0.0.1:1/shop' }
    const config = { targets: { main: 'env:MONGODB_URI' }, protects: ['shop'] }
    writeFileSync(join(cwd, 'mongowhy.config.json'), JSON.stringify(config))
    const args = ['clear', 'main', '--all', '--confirm', 'shop']
    expect(await run(args, { cwd, env })).toEqual({
      status: 3,
      stdout: '',
      stderr: 'mongowhy: mongowhy.config.json: there is no "protects"; did you mean "protect"?\n',
    })
  })

  test('what is repeated of an argument cannot steer the terminal', async () => {
    const { status, stderr } = await run(['clear', 'ma\u001b[31min', '--all'])
    expect(status).toBe(3)
    expect(stderr).not.toContain('\u001b')
  })

  test('help of one command', async () => {
    expect((await run(['lab', '--help'])).stdout).toBe((await run(['help', 'lab'])).stdout)
    expect((await run(['help', 'lab'])).stdout).toContain('--list')
  })

  test('causes --json fits its schema, and what it calls a lab can be listed', async () => {
    const { status, stdout } = await run(['causes', '--json'])
    expect(status).toBe(0)
    const document = JSON.parse(stdout) as { causes: { code: string; lab: boolean }[] }
    expect(validator('causes')(document)).toEqual([])
    const faults = JSON.parse((await run(['lab', '--list', '--json'])).stdout) as {
      faults: { code: string }[]
    }
    // One is in the order of the way to a server, the other in that of the codes.
    const shown = document.causes.filter(({ lab }) => lab).map(({ code }) => code)
    expect(shown.sort()).toEqual(faults.faults.map(({ code }) => code).sort())
  })

  test('every cause has a page of its own', async () => {
    const { causes } = JSON.parse((await run(['causes', '--json'])).stdout) as {
      causes: { code: string; title: string }[]
    }
    const [first] = causes
    const { status, stdout } = await run(['causes', first?.code ?? ''])
    expect(status).toBe(0)
    expect(stdout.startsWith(`${first?.title}\n${first?.code}\n`)).toBe(true)
  })

  test.each(['bash', 'zsh', 'fish'])('completion for %s', async (shell) => {
    const { status, stdout } = await run(['completion', shell])
    expect(status).toBe(0)
    expect(stdout).toContain('stage-timeout')
  })

  test('the lab keeps a fault up until Ctrl-C and prints the command that meets it', async () => {
    const { child, ended } = start(['lab', 'tls-silent'])
    let told = ''
    child.stdout?.on('data', (text: string) => {
      told += text
      if (told.includes('Ctrl-C')) child.kill('SIGINT')
    })
    const ran = await ended
    expect(ran).toMatchObject({ status: 0, stderr: '' })
    expect(ran.stdout).toMatch(/^tls-silent\n {2}mongodb/)
    expect(ran.stdout).toMatch(/^ {2}mongowhy /m)
  })

  test('the demo names the fault that it set up', async () => {
    const ran = await run(['demo'])
    expect(ran).toMatchObject({ status: 0, stderr: '' })
    expect(ran.stdout).toContain('tls-refused-before-certificate')
    expect(ran.stdout).not.toContain('canary')
  })
})
