import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { allSuites } from '../packages/probes/src/tls/matrix/suites.ts'
import type { Bench } from './lib/entry.ts'
import { median, ms, times } from './lib/figures.ts'
import { runProcess } from './lib/run-process.ts'
import { serverProcess } from './lib/server-process.ts'
import { table } from './lib/table.ts'

/** What one program found: `TLSv1.2 c02f`. */
type Found = ReadonlySet<string>

interface Scan {
  readonly tookMs: number
  /** The search for versions and suites by itself, of a program that diagnoses besides. */
  readonly searchMs: number
  readonly found: Found
}

interface Scanner {
  readonly name: string
  readonly rounds: number
  scan(port: number): Promise<Scan>
}

const boundMs = 300_000
const idOf = new Map(allSuites().map(({ id, name }) => [name, id]))

/** The matrix of TLS versions and suites against testssl.sh, sslscan and sslyze, each as far as it is installed. */
export const tlsMatrix: Bench = {
  name: 'tls-matrix',
  title: 'TLS version and cipher matrix',
  onRequest: true,
  async run(progress) {
    const rows: string[][] = []
    for (const delayMs of [0, 20]) {
      for (const width of ['narrow', 'wide']) {
        const { said, stop } = await serverProcess('tls-server.ts', [width, String(delayMs)])
        const port = Number(said)
        try {
          const results = await measured(port, (what) => progress(`${width}, ${2 * delayMs} ms: ${what}`))
          const [ours] = results
          for (const { name, tookMs, searchMs, found } of results) {
            const same = ours === undefined || sameSet(found, ours.found)
            rows.push([
              `${2 * delayMs} ms`,
              width,
              name,
              ms(tookMs),
              times(tookMs / (ours?.tookMs ?? Number.NaN)),
              ms(searchMs),
              times(searchMs / (ours?.searchMs ?? Number.NaN)),
              counts(found),
              same ? 'same' : difference(found, ours.found),
            ])
          }
        } finally {
          stop()
        }
      }
    }
    return table(
      [
        'round trip',
        'server',
        'program',
        'whole',
        'times ours',
        'search alone',
        'times ours',
        'suites by version',
        'set',
      ],
      rows,
    )
  },
}

async function measured(
  port: number,
  progress: (what: string) => void,
): Promise<readonly ({ readonly name: string } & Scan)[]> {
  const results = []
  for (const { name, rounds, scan } of scanners()) {
    progress(name)
    const runs = []
    for (let round = 0; round < rounds; round += 1) runs.push(await scan(port))
    results.push({
      name,
      tookMs: median(runs.map(({ tookMs }) => tookMs)),
      searchMs: median(runs.map(({ searchMs }) => searchMs)),
      found: runs[0]?.found ?? new Set<string>(),
    })
  }
  return results
}

function scanners(): readonly Scanner[] {
  return [
    { name: 'mongowhy --tls-matrix', rounds: 5, scan: ours },
    ...(installed('sslscan') ? [{ name: 'sslscan', rounds: 3, scan: sslscan }] : []),
    ...(installed('sslyze') ? [{ name: 'sslyze', rounds: 3, scan: sslyze }] : []),
    ...(installed('testssl') ? [{ name: 'testssl.sh -p -E', rounds: 1, scan: testssl }] : []),
  ]
}

function installed(program: string): boolean {
  return spawnSync('which', [program]).status === 0
}

async function ours(port: number): Promise<Scan> {
  const { tookMs, stdout } = await runProcess(
    process.execPath,
    [
      'packages/cli/bin/mongowhy.js',
      `mongodb://localhost:${port}/?tls=true`,
      '--resolve',
      `localhost:${port}:127.0.0.1`,
      '--tls-matrix',
      '--json',
    ],
    { boundMs },
  )
  const report = JSON.parse(stdout) as {
    readonly evidence: {
      readonly looks: readonly { readonly ask: { readonly probe: string }; readonly tookMs: number }[]
    }
    readonly tlsMatrix?: readonly {
      readonly versions: readonly {
        readonly version: string
        readonly suites: readonly { readonly id: number }[]
      }[]
    }[]
  }
  const versions = report.tlsMatrix?.[0]?.versions ?? []
  const search = report.evidence.looks.find(({ ask }) => ask.probe === 'tls.matrix')
  return {
    tookMs,
    searchMs: search?.tookMs ?? Number.NaN,
    found: new Set(versions.flatMap(({ version, suites }) => suites.map(({ id }) => key(version, id)))),
  }
}

async function sslscan(port: number): Promise<Scan> {
  const only = ['--no-heartbleed', '--no-compression', '--no-fallback', '--no-renegotiation', '--no-groups']
  const args = [...only, '--no-check-certificate', '--sni-name=localhost', '--show-cipher-ids', '--xml=-']
  const { tookMs, stdout } = await runProcess('sslscan', [...args, `127.0.0.1:${port}`], { boundMs })
  const ciphers = stdout.matchAll(/<cipher [^>]*sslversion="([^"]+)"[^>]*id="0x([0-9A-Fa-f]+)"/g)
  return {
    tookMs,
    searchMs: tookMs,
    found: new Set(
      [...ciphers].map(([, version = '', id = '']) => key(versionOf(version), parseInt(id, 16) & 0xffff)),
    ),
  }
}

async function sslyze(port: number): Promise<Scan> {
  const checks = ['--sslv3', '--tlsv1', '--tlsv1_1', '--tlsv1_2', '--tlsv1_3']
  const { tookMs, stdout } = await runProcess(
    'sslyze',
    [...checks, '--sni=localhost', '--json_out=-', '--mozilla_config=disable', `127.0.0.1:${port}`],
    { boundMs },
  )
  const found = new Set<string>()
  const results = JSON.parse(stdout) as {
    readonly server_scan_results: readonly {
      readonly scan_result: Readonly<Record<string, unknown>> | null
    }[]
  }
  const names: Readonly<Record<string, string>> = {
    ssl_3_0_cipher_suites: 'SSLv3',
    tls_1_0_cipher_suites: 'TLSv1',
    tls_1_1_cipher_suites: 'TLSv1.1',
    tls_1_2_cipher_suites: 'TLSv1.2',
    tls_1_3_cipher_suites: 'TLSv1.3',
  }
  for (const [field, version] of Object.entries(names)) {
    const attempt = results.server_scan_results[0]?.scan_result?.[field] as
      | {
          readonly result: {
            readonly accepted_cipher_suites: readonly { readonly cipher_suite: { readonly name: string } }[]
          } | null
        }
      | undefined
    for (const { cipher_suite: suite } of attempt?.result?.accepted_cipher_suites ?? []) {
      found.add(key(version, idOf.get(suite.name) ?? suite.name))
    }
  }
  return { tookMs, searchMs: tookMs, found }
}

async function testssl(port: number): Promise<Scan> {
  const folder = mkdtempSync(join(tmpdir(), 'mongowhy-bench-'))
  const file = join(folder, 'out.json')
  try {
    const args = ['-p', '-E', '--quiet', '--color', '0', '--warnings', 'off', '--jsonfile', file]
    const { tookMs } = await runProcess('testssl', [...args, '--ip', '127.0.0.1', `localhost:${port}`], {
      boundMs,
    })
    const findings = JSON.parse(readFileSync(file, 'utf8')) as readonly { readonly id: string }[]
    const found = findings.flatMap(({ id }) => {
      const match = /^cipher-(ssl3|tls1(?:_[123])?)_x([0-9a-f]+)$/.exec(id)
      return match === null ? [] : [key(versionOf(match[1] ?? ''), parseInt(match[2] ?? '', 16))]
    })
    return { tookMs, searchMs: tookMs, found: new Set(found) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function versionOf(name: string): string {
  const names: Readonly<Record<string, string>> = {
    ssl3: 'SSLv3',
    tls1: 'TLSv1',
    tls1_1: 'TLSv1.1',
    tls1_2: 'TLSv1.2',
    tls1_3: 'TLSv1.3',
    'TLSv1.0': 'TLSv1',
  }
  return names[name] ?? name
}

function key(version: string, id: number | string): string {
  return `${version} ${typeof id === 'number' ? id.toString(16).padStart(4, '0') : id}`
}

function sameSet(a: Found, b: Found): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each))
}

function difference(theirs: Found, own: Found): string {
  const more = [...theirs].filter((each) => !own.has(each))
  const less = [...own].filter((each) => !theirs.has(each))
  return [...more.map((each) => `+${each}`), ...less.map((each) => `-${each}`)].slice(0, 6).join(', ')
}

function counts(found: Found): string {
  return ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']
    .map((version) => [...found].filter((each) => each.startsWith(`${version} `)).length)
    .join('/')
}
