import { readFileSync, statSync } from 'node:fs'
import tls from 'node:tls'

import type { Verification } from '@mongowhy/core'

import { outline, readCertificate } from './certificate.ts'
import type { Certificate } from './certificate.ts'

/** Certificates that are trusted to begin a chain, found by the name of their subject. */
export interface TrustStore {
  readonly kind: Verification['store']
  readonly size: number
  named(subject: Buffer): readonly Certificate[]
  has(der: Buffer): boolean
}

const maxFile = 16 * 1024 * 1024
// No list of authorities that anyone ships is near this.
const maxCertificates = 5_000

/** A store from PEM texts; a certificate is read in full only when its name is asked for. */
export function storeOf(kind: Verification['store'], pems: readonly string[]): TrustStore {
  const bySubject = new Map<string, Buffer[]>()
  const known = new Set<string>()
  for (const der of pems.flatMap(dersIn)) {
    const key = der.toString('latin1')
    const drawn = outline(der)
    if (drawn === null || known.has(key) || known.size >= maxCertificates) continue
    known.add(key)
    const subject = drawn.subject.toString('latin1')
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), der])
  }
  const read = new Map<string, readonly Certificate[]>()
  return {
    kind,
    size: known.size,
    has: (der) => known.has(der.toString('latin1')),
    named: (subject) => {
      const name = subject.toString('latin1')
      const before = read.get(name)
      if (before !== undefined) return before
      const found = (bySubject.get(name) ?? []).flatMap((der) => readCertificate(der) ?? [])
      read.set(name, found)
      return found
    },
  }
}

const block =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([^-]+)-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g

function dersIn(pem: string): readonly Buffer[] {
  return [...pem.matchAll(block)].map(([, body = '']) => Buffer.from(body, 'base64'))
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

/** The authorities that this Node was built with. */
export const bundledStore: () => TrustStore = once(() => storeOf('bundled', tls.rootCertificates))

/** The authorities of the operating system, from the first of the usual files that can be read; else empty. */
export const systemStore: () => TrustStore = once(() => storeOf('system', systemPem()))

/** The authorities that this Node was built with, as PEM. */
export function bundledPem(): readonly string[] {
  return tls.rootCertificates
}

/** Those of the operating system, as PEM; empty where they cannot be read. */
export function systemPem(): readonly string[] {
  const usual = [
    process.env['SSL_CERT_FILE'],
    '/etc/ssl/certs/ca-certificates.crt',
    '/etc/pki/tls/certs/ca-bundle.crt',
    '/etc/ssl/ca-bundle.pem',
    '/etc/ssl/cert.pem',
  ]
  for (const path of usual) {
    const pem = path === undefined ? null : fileText(path)
    if (pem !== null) return [pem]
  }
  return []
}

function fileText(path: string): string | null {
  try {
    const stat = statSync(path)
    return stat.isFile() && stat.size <= maxFile ? readFileSync(path, 'latin1') : null
  } catch {
    // Not there or not for us: the next of the usual places is tried.
    return null
  }
}

/** Those that the driver trusts where no file is given, as PEM. */
export function driverPem(): readonly string[] {
  const flags = [...process.execArgv, ...(process.env['NODE_OPTIONS'] ?? '').split(' ')]
  const openssl = flags.includes('--use-openssl-ca')
  const system = openssl || flags.includes('--use-system-ca') ? systemPem() : []
  const extra = process.env['NODE_EXTRA_CA_CERTS']
  const more = extra === undefined ? null : fileText(extra)
  return [...(openssl ? [] : tls.rootCertificates), ...system, ...(more === null ? [] : [more])]
}

const defaultStore: () => TrustStore = once(() => storeOf('driver', driverPem()))

const givenStores = new WeakMap<Buffer, TrustStore>()

/** The store that the driver uses: the file that `tlsCAFile` names and nothing else, or the runtime's default. */
export function driverStore(caPem: Buffer | null): TrustStore {
  if (caPem === null) return defaultStore()
  const before = givenStores.get(caPem)
  if (before !== undefined) return before
  const store = storeOf('driver', [caPem.toString('latin1')])
  givenStores.set(caPem, store)
  return store
}
