import { childEnvironment } from '../child-environment.ts'
import { outputOf } from './output-of.ts'

/** A shell prints its version at once; one that compiles itself first is not worth the wait. Milliseconds. */
const versionTimeoutMs = 1_500

/** A version is a few lines; bytes for each program. */
const mostOutput = 16_384

/** Where programs are and who the user is. */
const kept = ['PATH', 'HOME', 'SystemRoot', 'PYENV_ROOT', 'JAVA_HOME', 'GOROOT', 'TMPDIR']
const quiet = { LC_ALL: 'C', GOTOOLCHAIN: 'local', GOENV: 'off' }

/** A program and what makes it tell its version. */
export interface Asking {
  readonly file: string
  readonly args: readonly string[]
}

/**
 * The first lines that each program prints about its version, in their order; null for one that fails or takes too long.
 * An abort ends what still runs, and resolves to what was said by then.
 */
export async function versionsOf(
  asking: readonly Asking[],
  signal: AbortSignal,
  timeoutMs: number,
): Promise<readonly (string | null)[]> {
  if (asking.length === 0) return []
  const options = {
    env: childEnvironment(kept, quiet),
    timeoutMs: Math.min(timeoutMs, versionTimeoutMs),
    mostOutput,
  }
  if (process.platform === 'win32') {
    return Promise.all(
      asking.map(async ({ file, args }) => {
        const { output, ended } = await outputOf(file, args, signal, options)
        return ended && output.trim() !== '' ? output.trim() : null
      }),
    )
  }
  // Starting a process holds this one up, and more so the more memory it has: a small shell starts all of them.
  const { output } = await outputOf('/bin/sh', ['-c', script(asking)], signal, {
    ...options,
    mostOutput: mostOutput * asking.length,
  })
  return asking.map((_, number) => answerOf(output, number))
}

const [begin, failed, end] = ['\u0002', '\u0015', '\u0003']

/** Programs side by side; of each the first lines, between marks, in one write. */
function script(asking: readonly Asking[]): string {
  return [
    'tell() { IFS= read -r a; IFS= read -r b; IFS= read -r c; IFS= read -r d',
    `printf '${begin}%s\\n%s\\n%s\\n%s\\n%s${end}' "$1" "$a" "$b" "$c" "$d"; }`,
    ...asking.map(({ file, args }, number) => {
      const command = [file, ...args].map(quoted).join(' ')
      return `{ ${command} 2>&1 </dev/null || printf '\\n${failed}\\n'; } | tell ${number} &`
    }),
    'wait',
  ].join('\n')
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}

function answerOf(output: string, number: number): string | null {
  const from = output.indexOf(`${begin}${number}\n`)
  const to = output.indexOf(end, from)
  if (from < 0 || to < 0) return null
  const said = output.slice(from, to).split('\n').slice(1).join('\n').trim()
  return said === '' || said.includes(failed) ? null : said
}
