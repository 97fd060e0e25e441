import type { RuntimeSighting } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { onPath } from './on-path.ts'
import { versionsOf } from './version-of.ts'

type Runtime = RuntimeSighting['runtimes'][number]

interface Candidate {
  readonly name: Runtime['name']
  readonly program: string
  readonly args: readonly string[]
  read(said: string): { readonly version: string; readonly tlsLibrary: string | null } | null
}

function first(said: string, form: RegExp): string | null {
  return form.exec(said)?.[1] ?? null
}

function withLibrary(form: RegExp, tlsLibrary: string | null): Candidate['read'] {
  return (said) => {
    const version = first(said, form)
    return version === null ? null : { version, tlsLibrary }
  }
}

// `-I` keeps modules of the folder and of the environment out: only the interpreter's own `ssl` is asked.
const askPython = ['-I', '-c', 'import sys, ssl; print(sys.version.split()[0]); print(ssl.OPENSSL_VERSION)']

function readPython(said: string): ReturnType<Candidate['read']> {
  const [version = '', library = ''] = said.split(/\r?\n/)
  return /^\d+\.\d+/.test(version)
    ? { version: version.trim(), tlsLibrary: library.trim().slice(0, 80) || null }
    : null
}

const candidates: readonly Candidate[] = [
  { name: 'python', program: 'python3', args: askPython, read: readPython },
  { name: 'python', program: 'python', args: askPython, read: readPython },
  { name: 'java', program: 'java', args: ['-version'], read: withLibrary(/version "([^"]{1,40})"/, 'JSSE') },
  {
    name: 'go',
    program: 'go',
    args: ['version'],
    read: withLibrary(/go version go(\S{1,40})/, 'crypto/tls'),
  },
  { name: 'deno', program: 'deno', args: ['--version'], read: withLibrary(/deno (\S{1,40})/, 'rustls') },
  { name: 'bun', program: 'bun', args: ['--version'], read: withLibrary(/^(\d\S{0,40})/, 'BoringSSL') },
  { name: 'php', program: 'php', args: ['-n', '-v'], read: withLibrary(/^PHP (\S{1,40})/, null) },
  { name: 'ruby', program: 'ruby', args: ['--version'], read: withLibrary(/^ruby (\S{1,40})/, null) },
  {
    name: 'openssl',
    program: 'openssl',
    args: ['version'],
    read: (said) => {
      const line = first(said, /^((?:OpenSSL|LibreSSL|BoringSSL)[^\r\n]{1,80})/m)
      return line === null ? null : { version: line.split(' ')[1] ?? line, tlsLibrary: line }
    },
  },
  { name: 'mongosh', program: 'mongosh', args: ['--version'], read: withLibrary(/^v?(\d\S{0,40})/m, null) },
]

/**
 * The other runtimes on PATH, their versions and TLS libraries, all asked side by side. An abort kills what still runs
 * and resolves to what is known by then.
 */
export async function lookRuntimes({ signal, timeoutMs }: Bound): Promise<RuntimeSighting> {
  const paths = await onPath(candidates.map(({ program }) => program))
  const there = candidates.flatMap((candidate) => {
    const file = paths.get(candidate.program)
    return file === undefined ? [] : [{ ...candidate, file }]
  })
  const said = await versionsOf(there, signal, timeoutMs)
  const known = new Map<string, Runtime>()
  const unanswered: string[] = []
  for (const [index, { name, program, file, read }] of there.entries()) {
    const answer = said[index] ?? null
    const facts = answer === null ? null : read(answer)
    if (facts === null) {
      unanswered.push(program)
      continue
    }
    // `python` is mostly another name of `python3`.
    const key = [name, facts.version, facts.tlsLibrary].join(' ')
    if (!known.has(key)) known.set(key, { name, path: file, ...facts })
  }
  return { runtimes: [...known.values()], ...(unanswered.length === 0 ? {} : { unanswered }) }
}
