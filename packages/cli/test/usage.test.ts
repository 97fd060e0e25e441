import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { canary, folder, run } from './run.ts'

const target = `mongodb://ada:${canary}@127.0.0.1:1/`
const spaced = `mongodb://ada:${canary} word@127.0.0.1:1/`

describe('wrong usage ends with 3, names the option and repeats no value', () => {
  test.each([
    ['an unknown option', ['--jsn'], 'did you mean --json?'],
    ['an option of another command', ['--list'], 'unknown option --list'],
    ['a number that is none', ['--repeat', '0'], '--repeat wants a whole number'],
    ['a control host that is a URL', ['--control', 'http://a/'], '--control wants a host'],
    ['two ways at once', ['--prove', '--no-prove'], 'contradict each other'],
    ['an option that is a secret', [`--${canary}`], 'unknown option'],
    ['a flag with a value', [`--json=${canary}`], '--json takes no value'],
    ['an option without its value', ['--timeout'], '--timeout needs a value'],
    ['an option that eats the next', ['--output', '--json'], '--output needs a value'],
    ['two targets', [canary], 'one target, not 2'],
    ['no time', ['--timeout', '0'], '--timeout is no duration'],
    ['words for a time', ['--timeout', canary], '--timeout is no duration'],
    ['too long a time', ['--stage-timeout', '9999999m'], '--stage-timeout is no duration'],
    ['a resolver by name', ['--dns', 'dns.example:53'], '--dns wants the address'],
    ['a resolver at port 0', ['--dns', '127.0.0.1:0'], '--dns wants the address'],
    ['a resolution without a port', ['--resolve', 'a:127.0.0.1'], '--resolve wants HOST:PORT:ADDRESS'],
    ['a resolution to a name', ['--resolve', 'a:1:b'], '--resolve wants HOST:PORT:ADDRESS'],
    [
      'a resolution with half a bracket',
      ['--resolve', '[::1:1:127.0.0.1'],
      '--resolve wants HOST:PORT:ADDRESS',
    ],
    ['another proxy', ['--proxy', `http://ada:${canary}@127.0.0.1:1080`], '--proxy wants socks5://'],
    ['half a proxy', ['--proxy', `socks5://ada:${canary}@`], '--proxy wants socks5://'],
    ['no namespace', ['--write-check', 'app'], '--write-check wants a database and a collection'],
    ["the server's namespace", ['--write-check', 'admin.users'], '--write-check does not write'],
    ["the server's collection", ['--write-check', 'app.system.users'], '--write-check does not write'],
    ['no such file', ['--driver-options', 'nowhere.json'], '--driver-options'],
    ['no such directory', ['--output', 'nowhere/evidence.json'], '--output: cannot write'],
    ['an empty value', ['--ca-file='], '--ca-file needs a value'],
    ['a connection string for a CA file', ['--ca-file', target], '--ca-file names a file'],
    ['a connection string for a key file', [`--cert-key-file=${spaced}`], '--cert-key-file names a file'],
    ['a connection string for an output', ['--output', spaced], '--output names a file'],
    ['a connection string for driver options', ['--driver-options', spaced], '--driver-options names a file'],
    ['a connection string for a resolver', ['--dns', target], '--dns wants the address'],
    ['a connection string for a proxy', ['--proxy', target], '--proxy wants socks5://'],
    ['a connection string for a resolution', ['--resolve', target], '--resolve wants HOST:PORT:ADDRESS'],
    ['a connection string for a duration', ['--timeout', target], '--timeout is no duration'],
    ['a connection string for an option', [`--${target}`], 'unknown option'],
    ['a connection string as the value of an option', [`--uri=${target}`], 'unknown option --uri'],
  ])('%s', async (_, args, words) => {
    const ran = await run([target, ...args])
    expect(ran).toMatchObject({ status: 3, stdout: '' })
    expect(ran.stderr).toContain(words)
    expect(ran.stderr).not.toContain(canary)
    expect(ran.stderr.split('\n').filter((line) => line.startsWith('    at '))).toEqual([])
  })

  test.each([
    ['a word that is nothing', ['diagnos'], 'did you mean diagnose?'],
    ['a command of later versions', ['serve'], 'no command'],
    ['no name after env:', ['env:'], 'env: wants the name of a variable'],
    ['a lab without a code', ['lab'], 'lab wants a code'],
    ['a lab of nothing', ['lab', 'tls-silentt'], 'did you mean tls-silent?'],
    ['a cause of nothing', ['causes', 'tls-silentt'], 'did you mean tls-silent?'],
    ['a shell of nothing', ['completion', 'sh'], 'bash, zsh or fish'],
    ['help for nothing', ['help', 'nothing'], 'no such command'],
    ['a password for a target', [canary], 'no command'],
    ['a connection string for a variable', [`env:${target}`], 'env: wants the name of a variable'],
    ['a connection string for a lab', ['lab', spaced], 'no such fault'],
    ['a connection string for a demo', ['demo', spaced], 'no such fault'],
    ['a connection string for a cause', ['causes', target], 'no such cause'],
    ['a connection string for a shell', ['completion', target], 'bash, zsh or fish'],
    ['a connection string for a command', ['help', target], 'no such command'],
    ['a connection string for a report', ['report', spaced], 'there is no such file'],
  ])('%s', async (_, args, words) => {
    const ran = await run(args)
    expect(ran).toMatchObject({ status: 3, stdout: '' })
    expect(ran.stderr).toContain(words)
    expect(ran.stderr).not.toContain(canary)
  })

  test.each([
    ['no object', '[1]', 'must hold a JSON object'],
    ['no JSON', `{\n "auth": ${canary} }`, 'is not JSON'],
    ['too much', ' '.repeat(1024 * 1024 + 1), 'larger than 1 MiB'],
  ])('driver options that are %s', async (_, content, words) => {
    const cwd = await folder()
    await writeFile(join(cwd, 'options.json'), content)
    const ran = await run([target, '--driver-options', 'options.json'], { cwd })
    expect(ran.status).toBe(3)
    expect(ran.stderr).toContain(`options.json`)
    expect(ran.stderr).toContain(words)
    expect(ran.stderr).not.toContain(canary)
  })

  test('an output that is a directory, a link or a device', async () => {
    const cwd = await folder()
    await mkdir(join(cwd, 'directory'))
    await writeFile(join(cwd, 'file'), '')
    await symlink(join(cwd, 'file'), join(cwd, 'link'))
    for (const path of ['directory', 'link', '/dev/null']) {
      const ran = await run([target, '--offline', '--output', path], { cwd })
      expect(ran, path).toMatchObject({ status: 3, stdout: '' })
      expect(ran.stderr).toContain('--output')
    }
  })
})
