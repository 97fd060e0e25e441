import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { canary, folder, run } from './run.ts'

interface Kept {
  readonly verdict: { readonly outcome: string; readonly primary: { readonly code: string } | null }
  readonly evidence: { looks: { saw?: Record<string, unknown> }[] }
}

let made: Promise<string> | undefined

/** A report as `--json` prints it, of a target that needs no network to be judged. */
function keeps(): Promise<string> {
  made ??= run([`mongodb://ada:${canary}@a.test,b.test:0/?w=1`, '--offline', '--json']).then(
    ({ stdout }) => stdout,
  )
  return made
}

async function file(text: string): Promise<string> {
  const path = join(await folder(), 'evidence.json')
  await writeFile(path, text)
  return path
}

describe('mongowhy report', () => {
  test('gives the verdict again', async () => {
    const kept = await keeps()
    const { status, stdout, stderr } = await run(['report', await file(kept), '--json'])
    expect(status).toBe(0)
    expect(stderr).toBe('')
    expect((JSON.parse(stdout) as Kept).verdict).toEqual((JSON.parse(kept) as Kept).verdict)
  })

  test('for people by default', async () => {
    const { status, stdout } = await run(['report', await file(await keeps())])
    expect(status).toBe(0)
    expect(stdout).toContain('uri-port-invalid')
  })

  test('--anonymize replaces names in every form, and such a document is read again with its verdict', async () => {
    const kept = await keeps()
    const path = await file(kept)
    for (const form of [[], ['--verbose'], ['--json']]) {
      const { status, stdout } = await run(['report', path, '--anonymize', ...form])
      expect(status).toBe(0)
      expect(stdout).toContain('host-1')
      expect(stdout).not.toMatch(/a\.test|b\.test/)
    }
    const { stdout: anonymized } = await run(['report', path, '--anonymize', '--json'])
    const again = await run(['report', await file(anonymized), '--json'])
    expect(again.status).toBe(0)
    expect((JSON.parse(again.stdout) as Kept).verdict.primary?.code).toBe(
      (JSON.parse(kept) as Kept).verdict.primary?.code,
    )
  })

  test('--show-users keeps the user readable, in every form, and only where it is asked for', async () => {
    const uri = `mongodb://lovelace7:${canary}@a.test:0/?w=1`
    const hides = await run([uri, '--offline', '--json'])
    expect(hides.stdout).not.toContain('lovelace7')
    const kept = await run([uri, '--offline', '--json', '--show-users'])
    const path = await file(kept.stdout)
    for (const form of ['--verbose', '--json', '--markdown', '--html']) {
      const shown = await run(['report', path, form, '--show-users'])
      expect(shown.stdout).toContain('lovelace7:')
      expect(shown.stdout + kept.stdout).not.toContain(canary)
      expect((await run(['report', path, form])).stdout).not.toContain('lovelace7')
    }
    expect((await run(['diff', path, path, '--json'])).stdout).not.toContain('lovelace7')
  })

  test('--markdown and --html, from a file and at once', async () => {
    const path = await file(await keeps())
    const markdown = await run(['report', path, '--markdown'])
    expect(markdown.stdout).toMatch(/^# .*\n[\s\S]*\n## What was not checked\n/)
    const html = await run(['report', path, '--html'])
    expect(html.stdout).toMatch(/^<!doctype html>\n[\s\S]*<\/html>\n$/)
    const now = await run([`mongodb://ada:${canary}@a.test:0`, '--offline', '--html'])
    expect(now.status).toBe(1)
    expect(now.stdout).toContain('uri-port-invalid')
    expect(now.stdout).not.toContain(canary)
    const both = await run(['report', path, '--html', '--json'])
    expect(both.status).toBe(3)
    expect(both.stderr).toContain('--json and --html exclude each other')
  })

  test.each([
    ['no file', [], 'report wants a file'],
    ['a file that is not there', ['nowhere.json'], 'nowhere.json: there is no such file'],
    ['a folder', ['.'], '.: it is a directory'],
  ])('%s is wrong usage', async (_, args, words) => {
    const { status, stdout, stderr } = await run(['report', ...args])
    expect(status).toBe(3)
    expect(stdout).toBe('')
    expect(stderr).toContain(words)
  })

  test('what was tampered with is refused with its place', async () => {
    const document = JSON.parse(await keeps()) as Kept
    const path = await file(
      JSON.stringify({
        ...document,
        evidence: { ...document.evidence, looks: [{ ...document.evidence.looks[0], saw: 7 }] },
      }),
    )
    const { status, stderr } = await run(['report', path])
    expect(status).toBe(3)
    expect(stderr).toContain('evidence.json: evidence.looks[0].saw must be object')
  })

  test('a file of a terabyte, or a device, is not read', async () => {
    const directory = await folder()
    const large = join(directory, 'large.json')
    await writeFile(large, '')
    await truncate(large, 2 ** 40)
    expect((await run(['report', large])).stderr).toContain('larger than 32 MiB')
    const zero = join(directory, 'zero.json')
    await symlink('/dev/zero', zero)
    expect((await run(['report', zero])).stderr).toContain('it is not a regular file')
  })

  test('a name that would move the cursor is written out', async () => {
    const directory = await folder()
    await mkdir(join(directory, 'x'))
    const { status, stderr } = await run(['report', join(directory, 'x\u001b[2J.json')])
    expect(status).toBe(3)
    expect(stderr).toContain('x\\u{1b}[2J.json: there is no such file')
  })
})

describe('what was said', () => {
  async function said(text: string, ...more: readonly string[]): Promise<Awaited<ReturnType<typeof run>>> {
    const path = join(await folder(), 'said.md')
    await writeFile(path, text)
    return run(['report', await file(await keeps()), '--said', path, ...more], {
      env: { MONGODB_URI: `mongodb://ada:${canary}@h.test/` },
    })
  }

  test('is weighed, in every form', async () => {
    const words = '# Conclusion\n- It works with certificate validation disabled\n'
    const document = JSON.parse((await said(words, '--json')).stdout) as {
      report: { statements: { judgement: string }[] }
    }
    expect(document.report.statements).toMatchObject([{ judgement: 'contradicted' }])
    expect((await said(words)).stdout).toContain('contradicted')
    expect((await said(words, '--markdown')).stdout).toContain('## What was said')
    expect((await said(words, '--html')).stdout).toContain('id="said"')
  })

  test('a secret that people quote is taken out, the one of the environment too', async () => {
    const words = `# Tried\n- mongodb+srv://bob:hunter2hunter@h.test → failed\n- the password ${canary} → failed\n`
    for (const form of ['--json', '--markdown', '--html']) {
      const { status, stdout } = await said(words, form)
      expect(status).toBe(0)
      expect(stdout).not.toContain(canary)
      expect(stdout).not.toContain('hunter2')
    }
  })

  test('a secret in a name that support should see is taken out', async () => {
    const { stdout } = await said(
      '',
      '--markdown',
      '--cluster',
      `prod ${canary}`,
      '--contact',
      'ops@lab.test',
    )
    expect(stdout).not.toContain(canary)
    expect(stdout).toContain('ops@lab.test')
  })

  test.each([
    ['{ "format": 2 }', '--said'],
    ['{', 'is not JSON: it breaks off at its end, line 1'],
    ['{ "format" 1 }', 'is not JSON: line 1, column 12'],
  ])('%s is refused', async (text, words) => {
    const { status, stderr } = await said(text)
    expect(status).toBe(3)
    expect(stderr).toContain(words)
  })
})
