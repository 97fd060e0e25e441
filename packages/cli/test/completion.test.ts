import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { bin } from './run.ts'

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0

let directory: string
const script = (shell: string): string => join(directory, `mongowhy.${shell}`)

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'mongowhy-completion-'))
  for (const shell of ['bash', 'zsh', 'fish']) {
    writeFileSync(script(shell), execFileSync(process.execPath, [bin, 'completion', shell]))
  }
}, 30_000)

afterAll(() => rmSync(directory, { recursive: true, force: true }))

const shell = (name: string, text: string): string =>
  execFileSync(name, name === 'zsh' ? ['-fc', text] : ['-c', text], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, HOME: directory, TERM: 'dumb' },
  })

describe.skipIf(!has('bash'))('completion in bash (skipped where there is no bash)', () => {
  const completed = (...words: readonly string[]): readonly string[] =>
    shell(
      'bash',
      `source ${script('bash')}; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _mongowhy; printf '%s\\n' "\${COMPREPLY[@]}"`,
    )
      .trim()
      .split('\n')

  test('names commands, and the options of each', () => {
    expect(completed('mongowhy', 'rep')).toEqual(['report'])
    expect(completed('mongowhy', 'report', '--sa')).toEqual(['--said'])
    expect(completed('mongowhy', 'env:URI', '--stage')).toEqual(['--stage-timeout'])
  })
})

describe.skipIf(!has('fish'))('completion in fish (skipped where there is no fish)', () => {
  const completed = (line: string): readonly string[] =>
    shell('fish', `source ${script('fish')}; complete -C '${line}'`)
      .trim()
      .split('\n')
      .map((each) => each.split('\t')[0] ?? '')

  test('names commands, and the options of each', () => {
    expect(completed('mongowhy rep')).toEqual(['report'])
    expect(completed('mongowhy report --sa')).toEqual(['--said'])
    expect(completed('mongowhy env:URI --stage')).toEqual(['--stage-timeout'])
  })
})

describe.skipIf(!has('zsh'))('completion in zsh (skipped where there is no zsh)', () => {
  test('is bound to the command when it is sourced', () => {
    const bound = shell(
      'zsh',
      `autoload -Uz compinit; compinit -D -u; source ${script('zsh')}; print -r -- $_comps[mongowhy]`,
    )
    expect(bound.trim()).toBe('_mongowhy')
  })

  test('completes at a prompt', () => {
    const typed = shell(
      'zsh',
      `zmodload zsh/zpty
       zpty -b shell zsh -f -i
       zpty -w shell 'PS1=; autoload -Uz compinit; compinit -D -u; source ${script('zsh')}; echo rea""dy'
       heard=
       for round in {1..150}; do zpty -r -t shell part && heard+=$part; [[ $heard == *ready* ]] && break; sleep 0.1; done
       zpty -w -n shell $'echo mongowhy; mongowhy rep\\t --sa\\t'
       for round in {1..100}; do zpty -r -t shell part && heard+=$part; [[ $heard == *--said* ]] && break; sleep 0.1; done
       print -r -- $heard`,
    )
    expect(typed).toContain('report')
    expect(typed).toContain('--said')
  })
})
