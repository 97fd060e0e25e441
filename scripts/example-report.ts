// Plays the story of docs/examples/refused-then-relaxed on loopback and writes its files again: a cluster that refuses
// this address, a change of its access list, and relaxed options that then seem to have helped.
import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { authority, serveAlert, serveMongo } from '@mongowhy/fault-kit'
import type { Served } from '@mongowhy/fault-kit'

const target = fileURLToPath(new URL('../docs/examples/refused-then-relaxed/', import.meta.url))
const bin = fileURLToPath(new URL('../packages/cli/bin/mongowhy.js', import.meta.url))
const port = 27_017
const members = [1, 2, 3].map((number) => ({
  host: `cluster0-shard-00-0${number - 1}.ab1cd.mongodb.net`,
  address: `127.0.20.${number}`,
}))
const password = 'not-a-real-password'
const strict = `mongodb://app:${password}@${members.map(({ host }) => `${host}:${port}`).join(',')}/shop?tls=true&replicaSet=atlas-ab12cd-shard-0&authSource=admin`
const relaxed = `${strict}&tlsAllowInvalidCertificates=true&tlsAllowInvalidHostnames=true`

const directory = mkdtempSync(join(tmpdir(), 'mongowhy-example-'))
process.chdir(directory)
const root = authority({ name: 'Example Root CA' })
writeFileSync('ca.pem', root.certificatePem)
const issued = root.issue({ names: ['*.ab1cd.mongodb.net'] })

/** Runs the built command as a user would, with nothing of this process's environment but the path. */
async function mongowhy(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn(process.execPath, [bin, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
  await new Promise((resolve) => child.once('close', resolve))
  return printed
}

async function run(uri: string, file: string): Promise<string> {
  const led = members.flatMap(({ host, address }) => ['--resolve', `${host}:${port}:${address}`])
  await mongowhy(['env:MONGODB_URI', '--ca-file', 'ca.pem', ...led, '--output', file, '--quiet'], {
    MONGODB_URI: uri,
  })
  const kept: { readonly evidence: { readonly takenAt: string } } = JSON.parse(readFileSync(file, 'utf8'))
  return kept.evidence.takenAt
}

async function all(start: (member: (typeof members)[number]) => Promise<Served>): Promise<readonly Served[]> {
  return Promise.all(members.map(start))
}

function clock(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
}

try {
  const refusing = await all(({ address }) => serveAlert({ alert: 80, host: address, port }))
  const first = Date.parse(await run(strict, 'first-try.json'))
  await Promise.all(refusing.map((served) => served.stop()))
  await pause(4_000)
  const hosts = members.map(({ host }) => `${host}:${port}`)
  const serving = await all(({ host, address }) =>
    serveMongo({
      host: address,
      port,
      setName: 'atlas-ab12cd-shard-0',
      hosts,
      me: `${host}:${port}`,
      role: host === members[0]?.host ? 'primary' : 'secondary',
      primary: hosts[0] ?? null,
      users: [{ name: 'app', password, roles: [{ role: 'readWrite', db: 'shop' }] }],
      tls: { issued },
    }),
  )
  const last = Date.parse(await run(relaxed, 'last-try.json'))
  await Promise.all(serving.map((served) => served.stop()))
  const hour = 3_600_000
  writeFileSync(
    'said.md',
    `# What we tried

- ${clock(first - 5 * hour)} PyMongo with the default options → failed: [SSL: TLSV1_ALERT_INTERNAL_ERROR]
- ${clock(first - 4 * hour)} forced TLS 1.2, tried other cipher suites, raised the time-outs to 30 s → failed with the same error
- ${clock(first - 2 * hour)} upgraded from Python 3.9 (LibreSSL 2.8.3) to Python 3.11.13 with OpenSSL 3.2.4 → failed with the same error
- ${clock((first + last) / 2)} the address of the office was added to the access list of the project
- ${clock(last - 1_000)} tlsAllowInvalidCertificates and tlsAllowInvalidHostnames set to true → worked

# What we concluded

- Comprehensive client-side testing eliminated all local factors
- Modern SSL stack upgrade (OpenSSL 3.2.4) did not resolve the issue
- Basic TCP connectivity is confirmed
- Connection succeeds when SSL validation is bypassed
- The issue originates from the MongoDB Atlas cluster's SSL/TLS configuration
- The certificate chain of the cluster is incomplete
`,
  )
  const report = [
    'report',
    'first-try.json',
    'last-try.json',
    '--said',
    'said.md',
    '--cluster',
    'Cluster0',
    '--contact',
    'Development Team',
  ]
  writeFileSync('report.md', await mongowhy([...report, '--markdown']))
  writeFileSync('report.html', await mongowhy([...report, '--html']))
  for (const file of ['first-try.json', 'last-try.json', 'said.md', 'report.md', 'report.html'])
    copyFileSync(file, join(target, file))
} finally {
  process.chdir(tmpdir())
  rmSync(directory, { recursive: true, force: true })
}
