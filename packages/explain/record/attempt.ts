import { writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

import type { RunningFault } from '@mongowhy/lab'

import { output } from './output.ts'
import type { Recorded } from './recorded.ts'
import { startNamesServer } from './names-server.ts'
import { scrub } from './scrub.ts'
import { storesFor } from './trust-store.ts'

const programs = new URL('programs', import.meta.url).pathname

/**
 * What a driver prints when it meets a fault. The names and addresses of the fault hold for the driver alone: it runs in a
 * mount namespace with a hosts file and a resolver of its own, which takes root on Linux.
 */
export async function attempt(driver: Recorded, folder: string, fault: RunningFault): Promise<string> {
  const [resolver] = fault.options.resolvers ?? []
  const names = await startNamesServer(resolver ?? null)
  try {
    const jvm = driver.files === 'truststore' ? await storesFor(folder, fault) : null
    const uri = withOptions(
      jvm?.uri ?? fault.uri,
      jvm === null ? uriLimits : jvmLimits,
      jvm === null ? fault.options : {},
    )
    const nameserver = fault.code === 'dns-runtime-resolver' ? '127.0.0.1' : names.address
    writeFileSync(join(folder, 'resolv.conf'), `nameserver ${nameserver}\noptions timeout:2 attempts:1\n`)
    const hosts = (fault.options.resolve ?? []).map(({ host, address }) => `${address} ${host}\n`)
    writeFileSync(
      join(folder, 'hosts'),
      `127.0.0.1 localhost ${hostname()}\n::1 localhost\n${hosts.join('')}`,
    )
    const shell = 'mount --bind resolv.conf /etc/resolv.conf && mount --bind hosts /etc/hosts && exec "$@"'
    const command = driver.run.map((word) => word.replaceAll('PROGRAMS', programs))
    const text = await output(
      ['unshare', '--mount', '--propagation', 'private', 'sh', '-c', shell, 'sh', ...command],
      folder,
      { RECORD_URI: uri, RECORD_DATABASE: databaseOf(uri), RECORD_JAVA: jvm?.flags ?? '' },
    )
    return scrub(text, [folder, programs])
  } finally {
    await names.stop()
  }
}

const uriLimits = ['serverSelectionTimeoutMS=4000', 'connectTimeoutMS=1500']
// A JVM spends seconds on its first handshake where others keep the processor busy.
const jvmLimits = ['serverSelectionTimeoutMS=9000', 'connectTimeoutMS=4000']

/** A connection string with short waits and files, where it has a form that options can be added to. */
function withOptions(
  uri: string,
  limits: readonly string[],
  { caFile, certKeyFile }: Partial<RunningFault['options']>,
): string {
  if (!/^mongodb(?:\+srv)?:\/\/[^/?\s]+(?:\/[^?&]*)?(?:\?.*)?$/.test(uri)) return uri
  const more = [
    ...limits.filter((limit) => !uri.toLowerCase().includes(limit.split('=')[0]?.toLowerCase() ?? '')),
    ...fileOption('tlsCAFile', caFile),
    ...fileOption('tlsCertificateKeyFile', certKeyFile),
  ].join('&')
  if (uri.includes('?')) return `${uri}${/[?&]$/.test(uri) ? '' : '&'}${more}`
  return /^[^/]+\/\/[^/]+\//.test(uri) ? `${uri}?${more}` : `${uri}/?${more}`
}

const fileOption = (name: string, file: string | null | undefined): readonly string[] =>
  file === null || file === undefined ? [] : [`${name}=${encodeURIComponent(file)}`]

function databaseOf(uri: string): string {
  return /^[^/]+\/\/[^/?]+\/([\w-]{1,60})/.exec(uri)?.[1] ?? 'test'
}
