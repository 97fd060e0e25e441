import { DEFAULT_MIN_VERSION } from 'node:tls'

import type { TlsSighting, TlsVersion } from '@mongowhy/core'

import { excerptOf, recogniseProtocol } from '../protocol.ts'
import { certificateFacts, nameText } from '../x509/index.ts'
import type { Ending, HandshakeSettings } from './handshake.ts'
import { cipherName, versionName } from './names.ts'
import type { Tap } from './tap.ts'
import type { Transcript } from './transcript.ts'
import type { Trust } from './trust.ts'

export interface Seen {
  readonly settings: HandshakeSettings
  readonly servername: string | null
  readonly tap: Tap
  readonly read: Transcript
  readonly ending: Ending
  readonly after: TlsSighting['afterSecure']
  readonly verdict: Trust
  /** Of the runtime, where the handshake was completed. */
  readonly suite: string | null
  readonly version: string | null
  readonly alpn: string | null
}

/** Everything about one handshake as plain data. */
export function sightingOf(seen: Seen): TlsSighting {
  const { settings, servername, read, verdict, ending } = seen
  const hello = read.serverHello
  return {
    address: settings.address,
    servername,
    outcome: outcomeOf(seen),
    negotiated:
      hello === null || hello.retry
        ? null
        : { version: versionName(hello.version), cipher: seen.suite ?? cipherName(hello.suite) },
    offered: (read.clientHello?.versions ?? [])
      .flatMap((version) => knownVersion(versionName(version)) ?? [])
      .filter(
        (version) => order.indexOf(version) >= order.indexOf(settings.minVersion ?? DEFAULT_MIN_VERSION),
      ),
    records: read.records,
    alerts: read.alerts,
    bytesRead: read.bytesRead,
    chain: read.chain.flatMap((der) => certificateFacts(der) ?? []),
    chainLength: read.chainLength,
    verifications: verdict.verifications,
    runtimeVerdict: verdict.runtimeVerdict,
    clientCertificate: {
      requested: read.certificateRequested,
      sent: read.clientCertificateSent,
      acceptableIssuers: read.acceptableIssuers.map(nameText),
    },
    afterSecure: ending.is === 'secure' ? afterwards(seen) : 'not-reached',
  }
}

// A hello without TLS 1.3 names its highest version alone; the lowest is the client's own affair.
const order: readonly TlsVersion[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']

function knownVersion(name: string): TlsVersion | null {
  switch (name) {
    case 'TLSv1':
    case 'TLSv1.1':
    case 'TLSv1.2':
    case 'TLSv1.3':
      return name
    default:
      return null
  }
}

/** An alert other than the polite close_notify, received with the end of the handshake or after it: it was completed all the same. */
function afterwards({ read, after }: Seen): TlsSighting['afterSecure'] {
  const refused = read.alerts.some(
    ({ direction, number, position }) =>
      direction === 'received' &&
      number !== 0 &&
      (position === 'after-certificate' ||
        position === 'after-client-flight' ||
        position === 'after-handshake'),
  )
  return refused ? 'alert' : after
}

function outcomeOf(seen: Seen): TlsSighting['outcome'] {
  const { ending, read, tap, suite, version, alpn } = seen
  if (ending.is === 'secure') {
    return {
      is: 'secure',
      version: knownVersion(version ?? '') ?? 'TLSv1.2',
      cipher: suite ?? 'unknown',
      alpn,
    }
  }
  if (read.foreign !== null && read.records.every(({ direction }) => direction === 'sent')) {
    return { is: 'not-tls', protocol: recogniseProtocol(read.foreign), excerpt: excerptOf(read.foreign) }
  }
  const refused = read.alerts.some(({ direction, number }) => direction === 'received' && number !== 0)
  // A warning alone does not end a handshake: silence after one stays silence.
  if (refused && ending.is !== 'late') return { is: 'alert' }
  if (ending.is === 'late') return { is: 'silent' }
  // Our own stack's complaint comes first, whatever the network did after it.
  if (ending.is === 'error' && (/^ERR_(?:SSL|TLS|OSSL|CRYPTO)/.test(ending.code) || isRefusedChain(seen))) {
    return { is: 'local-failure', code: ending.code, reason: ending.reason }
  }
  const hello = read.records.find(({ direction }) => direction === 'sent')
  const after = hello === undefined || tap.endedAt === null ? {} : { afterMs: tap.endedAt - hello.at }
  if (tap.networkError !== null) return { is: 'reset', ...after }
  if (tap.ended || ending.is === 'ended') return { is: 'closed', ...after }
  return ending.code === 'ECONNRESET' || ending.code === 'EPIPE'
    ? { is: 'closed', ...after }
    : { is: 'local-failure', code: ending.code, reason: ending.reason }
}

/** Node's codes for a chain that it does not accept have no prefix: `CERT_HAS_EXPIRED`. The network's are errnos. */
function isRefusedChain({ settings, ending }: Seen): boolean {
  return (
    ending.is === 'error' &&
    (settings.verify === 'strict' || settings.verify === 'any-name') &&
    !/^E[A-Z]+$/.test(ending.code)
  )
}
