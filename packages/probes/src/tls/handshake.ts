import type { Duplex } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import tls from 'node:tls'
import type { ConnectionOptions, SecureContext, TLSSocket } from 'node:tls'

import { hostKind } from '@mongowhy/core'
import type { Secret, TlsSighting, TlsVersion } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { bounded } from '../bounded.ts'
import { runtimeVerdictOf, trustOf } from './trust.ts'
import type { TrustSettings } from './trust.ts'
import { Tap } from './tap.ts'
import { trafficSecrets } from './secrets.ts'
import { sightingOf } from './sighting.ts'
import { TranscriptReader } from './transcript.ts'
import type { Transcript } from './transcript.ts'

export interface ClientCertificate {
  /** Certificate and key, as the file holds them. */
  readonly pem: Buffer
  readonly passphrase: Secret | null
}

export interface HandshakeSettings {
  readonly host: string
  readonly address: string
  /** undefined: as the driver sends it; null: none. */
  readonly servername?: string | null | undefined
  readonly trust: TrustSettings
  readonly clientCertificate: ClientCertificate | null
  readonly minVersion?: TlsVersion | undefined
  readonly maxVersion?: TlsVersion | undefined
  readonly ciphers?: string | undefined
  readonly groups?: string | undefined
  readonly signatureAlgorithms?: string | undefined
  readonly alpn?: readonly string[] | undefined
  /** undefined: whatever the chain, the handshake is completed, and judged by us. */
  readonly verify?: 'strict' | 'any-name' | 'none' | undefined
  /** Asks the server to staple an OCSP answer. */
  readonly requestStaple?: true | undefined
}

export interface Handshake {
  /** Open, with an error handler attached; the caller destroys it. null: the handshake failed. */
  readonly secure: TLSSocket | null
  /** Our verification and the runtime's both accept the peer under the store that the driver uses. */
  readonly trusted: boolean
  /** The OCSP answer that the server stapled; null: none, or none was asked for. */
  readonly staple: Buffer | null
  /**
   * What was seen, once the first message was tried: a TLS 1.3 server refuses a client certificate only then.
   * An alert that came meanwhile wins over `after`.
   */
  finish(after: TlsSighting['afterSecure']): TlsSighting
}

/** How a handshake ended, before its bytes are read. */
export type Ending =
  | { readonly is: 'secure' }
  | { readonly is: 'late' }
  | { readonly is: 'ended' }
  | { readonly is: 'error'; readonly code: string; readonly reason: string }

/**
 * Shakes hands as the official driver would, over a socket that is open, and keeps every record of it. Verifies the peer
 * by itself; never sends anything but the handshake. Rejects only with the signal's reason.
 */
export async function handshake(
  socket: Duplex,
  settings: HandshakeSettings,
  bound: Bound,
): Promise<Handshake> {
  const tap = new Tap(socket)
  const keyLog: string[] = []
  const reader = new TranscriptReader()
  const transcript = (): Transcript => reader.read(tap.chunks, trafficSecrets(keyLog))
  const servername =
    settings.servername === undefined ? defaultServername(settings.host) : settings.servername
  let secure: TLSSocket
  try {
    secure = connect(tap, settings, servername)
  } catch (error) {
    tap.destroy()
    return failed(settings, servername, tap, transcript(), { is: 'error', ...textOf(error) })
  }
  secure.on('keylog', (line: Buffer) => keyLog.push(line.toString('latin1')))
  secure.on('error', () => {})
  let staple: Buffer | null = null
  secure.once('OCSPResponse', (answer: Buffer | null) => {
    staple = answer
  })
  const ending = await ended(secure, bound).catch((error: unknown) => {
    secure.destroy()
    tap.destroy()
    throw error
  })
  if (ending.is !== 'secure') {
    secure.destroy()
    tap.destroy()
    return failed(settings, servername, tap, transcript(), ending)
  }
  const verdict = trustOf(transcript().chain, runtimeVerdictOf(secure), settings.host, settings.trust)
  await whatHasArrived()
  const suite = secure.getCipher().name
  const version = secure.getProtocol()
  const alpn = secure.alpnProtocol === false ? null : secure.alpnProtocol
  return {
    secure,
    trusted: verdict.trusted,
    staple,
    finish: (after) => {
      const read = transcript()
      return sightingOf({ settings, servername, tap, read, ending, after, verdict, suite, version, alpn })
    },
  }
}

/**
 * Lets the loop read once what came while the chain was judged. A server that refuses our certificate sends its alert and
 * resets; a write to a socket that was reset fails before the alert is read, and it would be lost.
 */
async function whatHasArrived(): Promise<void> {
  // The first comes round before the loop looks at its sockets again, the second after.
  await setImmediate()
  await setImmediate()
}

function failed(
  settings: HandshakeSettings,
  servername: string | null,
  tap: Tap,
  read: Transcript,
  ending: Ending,
): Handshake {
  // A chain may have been shown although the handshake failed later; it is judged all the same.
  const verdict = trustOf(read.chain, null, settings.host, settings.trust)
  return {
    secure: null,
    trusted: false,
    staple: null,
    finish: () =>
      sightingOf({
        settings,
        servername,
        tap,
        read,
        ending,
        after: 'not-reached',
        verdict,
        suite: null,
        version: null,
        alpn: null,
      }),
  }
}

function defaultServername(host: string): string | null {
  const kind = hostKind(host)
  return kind === 'name' ? host : null
}

function connect(tap: Tap, settings: HandshakeSettings, servername: string | null): TLSSocket {
  const { trust, clientCertificate, minVersion, maxVersion, ciphers, groups, verify } = settings
  const { signatureAlgorithms, alpn } = settings
  const anyName = trust.allowInvalidHostnames || verify === 'any-name'
  const options: ConnectionOptions = {
    socket: tap,
    host: settings.host,
    servername: servername ?? '',
    rejectUnauthorized: verify === 'strict' || verify === 'any-name',
    ...authoritiesOf(settings),
    ...(anyName ? { checkServerIdentity: () => undefined } : {}),
    ...(minVersion === undefined ? {} : { minVersion }),
    ...(maxVersion === undefined ? {} : { maxVersion }),
    ...(ciphers === undefined ? {} : { ciphers }),
    ...(groups === undefined ? {} : { ecdhCurve: groups }),
    ...(signatureAlgorithms === undefined ? {} : { sigalgs: signatureAlgorithms }),
    ...(alpn === undefined ? {} : { ALPNProtocols: [...alpn] }),
    ...(settings.requestStaple === undefined ? {} : { requestOCSP: true }),
  }
  if (clientCertificate === null) return tls.connect(options)
  const { pem, passphrase } = clientCertificate
  try {
    return tls.connect({
      ...options,
      cert: pem,
      key: pem,
      ...(passphrase === null ? {} : { passphrase: passphrase.reveal() }),
    })
  } catch {
    // The look at the file says what is wrong with it; what the peer makes of no certificate is worth seeing.
    return tls.connect(options)
  }
}

const contexts = new WeakMap<Buffer, SecureContext>()

/**
 * A file of authorities is read into a context once, however many connections use it: a system's bundle costs OpenSSL
 * milliseconds. Where anything else of a context is varied it is made anew.
 */
function authoritiesOf(settings: HandshakeSettings): ConnectionOptions {
  const { trust, clientCertificate, minVersion, maxVersion, ciphers, groups, signatureAlgorithms } = settings
  const pem = trust.caFile?.pem
  const crl = trust.revoked ?? undefined
  if (pem === undefined) return crl === undefined ? {} : { crl }
  const varied = [
    crl,
    clientCertificate ?? undefined,
    minVersion,
    maxVersion,
    ciphers,
    groups,
    signatureAlgorithms,
  ]
  if (varied.some((each) => each !== undefined)) return { ca: pem, ...(crl === undefined ? {} : { crl }) }
  const secureContext = contexts.get(pem) ?? tls.createSecureContext({ ca: pem })
  contexts.set(pem, secureContext)
  return { secureContext }
}

function ended(secure: TLSSocket, bound: Bound): Promise<Ending> {
  return bounded<Ending>(
    bound,
    (done) => {
      secure.once('secureConnect', () => done({ is: 'secure' }))
      secure.once('error', (error) => done({ is: 'error', ...textOf(error) }))
      secure.once('end', () => done({ is: 'ended' }))
      secure.once('close', () => done({ is: 'ended' }))
      return () => {}
    },
    () => ({ is: 'late' }),
  )
}

function textOf(error: unknown): { readonly code: string; readonly reason: string } {
  if (!(error instanceof Error)) return { code: 'unknown', reason: 'unknown' }
  const code = 'code' in error ? error.code : null
  const reason = 'reason' in error ? error.reason : null
  return {
    code: typeof code === 'string' ? code : error.name,
    reason: (typeof reason === 'string' ? reason : error.message).slice(0, 200),
  }
}
