import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { RunningFault } from '@mongowhy/lab'

import { output } from './output.ts'

const password = 'changeit'

/** How a driver of the JVM gets its certificates: as stores that the JVM is started with. */
export interface Stores {
  /** Arguments of `java`. */
  readonly flags: string
  /** The fault's connection string without the files that the stores replace; those that fit in no store stay, as people leave them there. */
  readonly uri: string
}

export async function storesFor(folder: string, { options, uri }: RunningFault): Promise<Stores> {
  const [trust, key] = [join(folder, 'trust.p12'), join(folder, 'key.p12')]
  const authorities = options.caFile ?? fileIn(uri, 'tlsCAFile')
  const client = options.certKeyFile ?? fileIn(uri, 'tlsCertificateKeyFile')
  const trusted = await made(
    trust,
    authorities,
    folder,
    [
      'keytool',
      '-importcert',
      '-noprompt',
      ['-alias', 'lab'],
      ['-file', authorities ?? ''],
      ['-keystore', trust],
      ['-storetype', 'PKCS12'],
      ['-storepass', password],
    ].flat(),
  )
  const keyed = await made(
    key,
    client,
    folder,
    [
      'openssl',
      'pkcs12',
      '-export',
      ['-in', client ?? ''],
      ['-out', key],
      ['-passout', `pass:${password}`],
    ].flat(),
  )
  return {
    flags: [...(trusted ? flags('trustStore', trust) : []), ...(keyed ? flags('keyStore', key) : [])].join(
      ' ',
    ),
    uri: without(keyed ? without(uri, 'tlsCertificateKeyFile') : uri, trusted ? 'tlsCAFile' : null),
  }
}

const flags = (name: string, file: string): readonly string[] => [
  `-Djavax.net.ssl.${name}=${file}`,
  `-Djavax.net.ssl.${name}Password=${password}`,
]

async function made(
  store: string,
  from: string | undefined | null,
  folder: string,
  command: readonly string[],
): Promise<boolean> {
  rmSync(store, { force: true })
  if (from === undefined || from === null) return false
  await output(['sh', '-c', '"$@" && touch "$0.made"', store, ...command], folder, {})
  const done = existsSync(`${store}.made`)
  rmSync(`${store}.made`, { force: true })
  return done
}

function fileIn(uri: string, option: string): string | undefined {
  const value = new RegExp(`[?&]${option}=([^&]+)`, 'i').exec(uri)?.[1]
  return value === undefined ? undefined : decodeURIComponent(value)
}

function without(uri: string, option: string | null): string {
  if (option === null) return uri
  return uri.replace(new RegExp(`([?&])${option}=[^&]*&?`, 'i'), '$1').replace(/[?&]$/, '')
}
