import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { temporaryFile } from '@mongowhy/fault-kit'
import { describe, expect, onTestFinished, test } from 'vitest'

import { sourcesHash } from '../../../scripts/sources.mjs'
import { needsFerretDb, needsNamespaces, startFerretDb, twoMachines } from '../src/index.ts'
import type { Machine } from '../src/index.ts'
import { root } from './certificates.ts'
import { needing } from './needing.ts'
import { shared } from './shared.ts'

const bin = fileURLToPath(new URL('../../cli/bin/mongowhy.js', import.meta.url))
const stamp = new URL('../../cli/dist/.sources', import.meta.url)

const machines = shared(async () => {
  const made = await twoMachines()
  return { ...made, stop: made.remove }
})
const plain = shared(async () => startFerretDb({ on: (await machines()).server }))
const secure = shared(async () => {
  const { server } = await machines()
  return startFerretDb({ on: server, tls: root.issue({ addresses: [server.address] }) })
})

/** The built command, run on the client's machine; its verdict in the words of `told`. */
async function mongowhy(
  uri: string,
  ...options: readonly string[]
): Promise<{ outcome: string; primary: string | null }> {
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourcesHash()) {
    throw new Error('the built command is older than the sources: run `npm run build` first')
  }
  const { client } = await machines()
  const [command, ...args] = client.wrap(process.execPath, [bin, '-', '--json', ...options])
  const said = await new Promise<string>((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
    child.once('error', reject)
    child.once('close', () => resolve(text))
    child.stdin.end(uri)
  })
  const { verdict } = JSON.parse(said) as {
    verdict: { outcome: string; primary: { code: string; certainty: string } | null }
  }
  const { outcome, primary } = verdict
  return { outcome, primary: primary === null ? null : `${primary.code} ${primary.certainty}` }
}

const toPlain = async (): Promise<string> => {
  const { host, port } = await plain()
  return `mongodb://${host}:${port}/test`
}

async function toSecure(): Promise<string> {
  const { host, port } = await secure()
  const file = await temporaryFile('ca.pem', root.certificatePem)
  onTestFinished(() => file.remove())
  return `mongodb://${host}:${port}/test?tls=true&tlsCAFile=${encodeURIComponent(file.path)}`
}

/** A rule of the firewall of one machine, until the test ends. */
async function rule(on: Machine, ...words: readonly string[]): Promise<void> {
  await on.run('iptables', '-A', ...words)
  onTestFinished(() => on.run('iptables', '-F'))
}

const longerThan = (bytes: number): readonly string[] => [
  '-p',
  'tcp',
  '-m',
  'length',
  '--length',
  `${bytes}:65535`,
]

describe('across a network of our own', () => {
  needing(needsNamespaces, needsFerretDb)

  test('FerretDB is healthy', async () => {
    expect((await mongowhy(await toPlain())).outcome).toBe('healthy')
    expect((await mongowhy(await toSecure())).outcome).toBe('healthy')
  })

  test('FerretDB is healthy though one packet of ten is lost', { timeout: 90_000 }, async () => {
    const { server } = await machines()
    await rule(
      server,
      'INPUT',
      '-p',
      'tcp',
      '-m',
      'statistic',
      '--mode',
      'random',
      '--probability',
      '0.1',
      '-j',
      'DROP',
    )
    expect((await mongowhy(await toSecure(), '--timeout', '60s', '--stage-timeout', '20s')).outcome).toBe(
      'healthy',
    )
  })

  test('a closed port', async () => {
    const { server } = await machines()
    expect((await mongowhy(`mongodb://${server.address}:9/`)).primary).toBe('tcp-refused certain')
  })

  test.each(['client', 'server'] as const)('a firewall of the %s that drops', async (whose) => {
    const { port } = await plain()
    const chain = whose === 'client' ? 'OUTPUT' : 'INPUT'
    await rule((await machines())[whose], chain, '-p', 'tcp', '--dport', String(port), '-j', 'DROP')
    const { primary } = await mongowhy(await toPlain(), '--stage-timeout', '2s')
    expect(primary).toMatch(/^tcp-(filtered|egress-blocked) likely$/)
  })

  test.each([
    // Nothing tells this message from a port that is closed.
    ['icmp-port-unreachable', /^tcp-(refused|rejected) /],
    ['tcp-reset', /^tcp-refused /],
    // No route is missing here, whatever the message says.
    ['icmp-host-unreachable', /^tcp-(no-route (likely|possible)|rejected (certain|likely))$/],
    ['icmp-net-unreachable', /^tcp-(no-route (likely|possible)|rejected (certain|likely))$/],
    ['icmp-admin-prohibited', /^tcp-(no-route (likely|possible)|rejected (certain|likely))$/],
    ['icmp-host-prohibited', /^tcp-(no-route (likely|possible)|rejected (certain|likely))$/],
    ['icmp-net-prohibited', /^tcp-(no-route (likely|possible)|rejected (certain|likely))$/],
  ])('a firewall of the server that rejects with %s', async (message, verdict) => {
    const { port } = await plain()
    const { server } = await machines()
    await rule(
      server,
      'INPUT',
      '-p',
      'tcp',
      '--dport',
      String(port),
      '-j',
      'REJECT',
      '--reject-with',
      message,
    )
    expect((await mongowhy(await toPlain())).primary).toMatch(verdict)
  })

  test('a firewall of the server that rejects IPv6 as firewalld does', async (context) => {
    context.skip(!existsSync('/proc/net/if_inet6'), 'there is no IPv6 here')
    const { client, server } = await machines()
    for (const [on, address] of [
      [client, 'fd77::1/64'],
      [server, 'fd77::2/64'],
    ] as const) {
      await on.run('ip', '-6', 'address', 'add', address, 'dev', 'wire', 'nodad')
      onTestFinished(() => on.run('ip', '-6', 'address', 'del', address, 'dev', 'wire'))
    }
    const reject = ['-j', 'REJECT', '--reject-with', 'icmp6-adm-prohibited']
    await server.run('ip6tables', '-A', 'INPUT', '-p', 'tcp', '--dport', '27017', ...reject)
    onTestFinished(() => server.run('ip6tables', '-F'))
    // The system's error is EACCES, as if a rule of this machine forbade it.
    expect((await mongowhy('mongodb://[fd77::2]:27017/')).primary).toBe('tcp-rejected certain')
  })

  test('no route', async () => {
    expect((await mongowhy('mongodb://10.99.0.2:27017/')).primary).toBe('tcp-no-route certain')
  })

  test.each([
    ['unreachable', /^tcp-no-route certain$/],
    ['blackhole', /^tcp-no-route certain$/],
    // This machine's own rules.
    ['prohibit', /^tcp-(no-route|egress-blocked) certain$/],
  ])('a route of the kind %s', async (kind, verdict) => {
    const { client } = await machines()
    await client.run('ip', 'route', 'add', kind, '10.99.0.0/24')
    onTestFinished(() => client.run('ip', 'route', 'del', kind, '10.99.0.0/24'))
    expect((await mongowhy('mongodb://10.99.0.2:27017/')).primary).toMatch(verdict)
  })

  test('an address that nobody has', async () => {
    expect((await mongowhy('mongodb://10.77.0.99:27017/')).primary).toMatch(
      /^tcp-(no-route|filtered) likely$/,
    )
  })

  test('large packets that vanish on the way to the server', async () => {
    await rule((await machines()).server, 'INPUT', ...longerThan(400), '-j', 'DROP')
    const { primary } = await mongowhy(await toSecure(), '--stage-timeout', '2s')
    expect(primary).toMatch(/^(tls-silent|tcp-mtu-black-hole) /)
  })

  test('large packets that vanish on the way back', async () => {
    await rule((await machines()).client, 'INPUT', ...longerThan(600), '-j', 'DROP')
    const { primary } = await mongowhy(await toSecure(), '--stage-timeout', '2s')
    expect(primary).toMatch(/^(tls-silent|tcp-mtu-black-hole) /)
  })

  test('a box that resets the connection on its first bytes', async () => {
    const { server } = await machines()
    await rule(server, 'INPUT', ...longerThan(300), '-j', 'REJECT', '--reject-with', 'tcp-reset')
    const { primary } = await mongowhy(await toSecure())
    expect(primary).toMatch(/^tcp-reset-by-middlebox (possible|likely)$/)
  })

  test('a resolver that is not let through', async () => {
    const { server } = await machines()
    const cluster = 'mongodb+srv://cluster.lab.example/'
    const asked = ['--dns', `${server.address}:53`, '--stage-timeout', '2s']
    await rule(server, 'INPUT', '-p', 'udp', '-j', 'REJECT', '--reject-with', 'icmp-admin-prohibited')
    expect((await mongowhy(cluster, ...asked)).primary).toMatch(/^dns-resolver-refuses /)
    await server.run('iptables', '-F')
    await rule(server, 'INPUT', '-p', 'udp', '-j', 'DROP')
    expect((await mongowhy(cluster, ...asked)).primary).toMatch(/^dns-resolver-refuses likely$/)
  })
})
