import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

import type { RunningFault } from '@mongowhy/lab'

import type { Recorded } from './drivers.ts'
import { startNamesServer } from './names-server.ts'

const programs = new URL('programs', import.meta.url).pathname

// A driver that is not told how long to select a server waits 30 s.
const patienceMs = 50_000
const mostText = 200_000

/**
 * What a driver prints when it meets a fault. The names and addresses of the fault hold for the driver alone: it runs in a
 * mount namespace with a hosts file and a resolver of its own, which takes root on Linux.
 */
export async function attempt(driver: Recorded, folder: string, fault: RunningFault): Promise<string> {
  const [resolver] = fault.options.resolvers ?? []
  const names = await startNamesServer(resolver ?? null)
  try {
    const uri = withOptions(fault, driver)
    const java = driver.files === 'truststore' ? await trustStore(folder, fault) : ''
    const nameserver = fault.code === 'dns-runtime-resolver' ? '127.0.0.1' : names.address
    writeFileSync(join(folder, 'resolv.conf'), `nameserver ${nameserver}\noptions timeout:2 attempts:1\n`)
    const hosts = (fault.options.resolve ?? []).map(({ host, address }) => `${address} ${host}\n`)
    writeFileSync(join(folder, 'hosts'), `127.0.0.1 localhost\n::1 localhost\n${hosts.join('')}`)
    const shell = 'mount --bind resolv.conf /etc/resolv.conf && mount --bind hosts /etc/hosts && exec "$@"'
    const command = driver.run.map((word) => word.replaceAll('PROGRAMS', programs))
    const text = await output(
      ['unshare', '--mount', '--propagation', 'private', 'sh', '-c', shell, 'sh', ...command],
      folder,
      { RECORD_URI: uri, RECORD_DATABASE: databaseOf(uri), RECORD_JAVA: java },
    )
    return scrub(text, folder)
  } finally {
    await names.stop()
  }
}

/** The fault's connection string with short waits and its files, where it has a form that options can be added to. */
function withOptions({ uri, options }: RunningFault, { files }: Recorded): string {
  if (!/^mongodb(?:\+srv)?:\/\/[^/?\s]+(?:\/[^?&]*)?(?:\?.*)?$/.test(uri)) return uri
  const limits = ['serverSelectionTimeoutMS=4000', 'connectTimeoutMS=1500']
  const more = [
    ...limits.filter((limit) => !uri.toLowerCase().includes(limit.split('=')[0]?.toLowerCase() ?? '')),
    ...(files === 'truststore' || (options.caFile ?? null) === null
      ? []
      : [`tlsCAFile=${encodeURIComponent(options.caFile ?? '')}`]),
    ...(files === 'truststore' || (options.certKeyFile ?? null) === null
      ? []
      : [`tlsCertificateKeyFile=${encodeURIComponent(options.certKeyFile ?? '')}`]),
  ].join('&')
  if (uri.includes('?')) return `${uri}${/[?&]$/.test(uri) ? '' : '&'}${more}`
  return /^[^/]+\/\/[^/]+\//.test(uri) ? `${uri}?${more}` : `${uri}/?${more}`
}

function databaseOf(uri: string): string {
  return /^[^/]+\/\/[^/?]+\/([\w-]{1,60})/.exec(uri)?.[1] ?? 'test'
}

async function trustStore(folder: string, { options, uri }: RunningFault): Promise<string> {
  const file = options.caFile ?? /[?&]tlsCAFile=([^&]+)/.exec(uri)?.[1]
  if (file === undefined) return ''
  const store = join(folder, 'trust.p12')
  await output(
    [
      'sh',
      '-c',
      'rm -f "$0"; keytool -importcert -noprompt -alias lab -file "$1" -keystore "$0" -storetype PKCS12 -storepass changeit',
      store,
      decodeURIComponent(file),
    ],
    folder,
    {},
  )
  return `-Djavax.net.ssl.trustStore=${store} -Djavax.net.ssl.trustStorePassword=changeit`
}

/** Standard output and error of a command, as they came. */
export function output(
  [command = '', ...args]: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  boundMs: number = patienceMs,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { PATH: process.env.PATH, HOME: homedir(), NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    let text = ''
    const take = (piece: string): void => {
      if (text.length < mostText) text += piece
    }
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr.setEncoding('utf8').on('data', take)
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }, boundMs)
    child.once('error', reject)
    child.once('close', (status) => {
      clearTimeout(timer)
      resolve(status === null ? `${text}\n(ended after ${boundMs / 1000} s)\n` : text)
    })
  })
}

/** Without the paths of the machine that recorded. */
function scrub(text: string, folder: string): string {
  return text
    .replaceAll(folder, '/home/ada/app')
    .replaceAll(programs, '/home/ada/app')
    .replaceAll(new URL('../../..', import.meta.url).pathname.replace(/\/$/, ''), '/home/ada/app')
    .replaceAll(homedir(), '/home/ada')
    .replace(/\/tmp\/[\w./-]*?([\w-]+\.\w+)\b/g, '/tmp/lab/$1')
    .replace(/[ \t]+$/gm, '')
}
