import { endpointOf, hostKind } from '@mongowhy/core'
import type {
  AlertPosition,
  CertificateFacts,
  ChainDefect,
  EffectiveOptions,
  FileSighting,
  HelloFacts,
  HelloSighting,
  HostSighting,
  TlsAlert,
  TlsSighting,
  UriSighting,
  Verification,
} from '@mongowhy/core'

import { evidence } from './evidence.ts'
import type { EvidenceBuilder } from './evidence.ts'

export const caseHost = 'db.lab.test'
export const caseAddress = '127.0.0.1'
export const casePort = 27017
export const caseEndpoint: string = endpointOf(caseHost, casePort)
export const atlasHost = 'cluster0-shard-00-00.ab1cd.mongodb.net'
export const atlasEndpoint: string = endpointOf(atlasHost, casePort)

/** Options in effect for `mongodb://HOST/?tls=true`. */
export const tlsOptions: EffectiveOptions = {
  tls: true,
  tlsAllowInvalidCertificates: false,
  tlsAllowInvalidHostnames: false,
  tlsCAFile: null,
  tlsCertificateKeyFile: null,
  hasCertificateKeyPassword: false,
  replicaSet: null,
  directConnection: null,
  loadBalanced: false,
  authMechanism: null,
  authSource: null,
  effectiveAuthSource: null,
  readPreference: null,
  retryWrites: null,
  serverSelectionTimeoutMS: 30_000,
  connectTimeoutMS: 30_000,
  srvServiceName: 'mongodb',
  srvMaxHosts: 0,
  compressors: [],
  proxy: null,
}

/** Evidence that begins with a connection string to one host. */
export function towards(host: string = caseHost, options: Partial<EffectiveOptions> = {}): EvidenceBuilder {
  return towardsAll([host], options)
}

/** Evidence that begins with a connection string to several hosts. */
export function towardsAll(
  hosts: readonly string[],
  options: Partial<EffectiveOptions> = {},
): EvidenceBuilder {
  const effective = { ...tlsOptions, ...options }
  const redacted = `mongodb://${hosts.join(',')}/${effective.tls ? '?tls=true' : ''}`
  const uri: UriSighting = {
    given: 'text',
    length: redacted.length,
    redacted,
    scheme: 'mongodb',
    hosts: hosts.map((host) => ({ host, port: casePort, kind: hostKind(host) })),
    credentials: {
      username: effective.effectiveAuthSource === null ? 'absent' : 'given',
      password: effective.effectiveAuthSource === null ? 'absent' : 'given',
      usernameLooksLikeEmail: false,
      placeholders: [],
      decodedPasswordHasEscapes: false,
      passwordHasStrayEdges: false,
    },
    database: null,
    options: [],
    faults: [],
    readings: [],
    effective,
  }
  return evidence().saw('uri.parse', null, {}, uri)
}

export const leafCertificate: CertificateFacts = {
  subject: 'CN=db.lab.test',
  issuer: 'CN=Lab root',
  serial: '01',
  notBefore: '2025-12-01T00:00:00.000Z',
  notAfter: '2026-03-01T00:00:00.000Z',
  altNames: ['DNS:db.lab.test'],
  isCa: false,
  key: 'EC P-256',
  signature: 'ecdsa-with-SHA256',
  fingerprint256: '00',
  caIssuers: [],
  der: '',
}

/** A handshake that succeeded and verified. */
export const secure: TlsSighting = {
  address: caseAddress,
  servername: caseHost,
  outcome: { is: 'secure', version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', alpn: null },
  negotiated: { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' },
  offered: ['TLSv1.2', 'TLSv1.3'],
  records: [],
  alerts: [],
  bytesRead: 1_500,
  chain: [leafCertificate],
  chainLength: 1,
  verifications: [{ store: 'driver', storeSize: 144, trusted: true, defects: [] }],
  runtimeVerdict: null,
  clientCertificate: { requested: false, sent: false, acceptableIssuers: [] },
  afterSecure: 'open',
}

/** A handshake that ended before a certificate. */
export function endedEarly(outcome: TlsSighting['outcome'], more: Partial<TlsSighting> = {}): TlsSighting {
  return {
    ...secure,
    outcome,
    negotiated: null,
    bytesRead: 0,
    chain: [],
    chainLength: 0,
    verifications: [],
    runtimeVerdict: 'ECONNRESET',
    afterSecure: 'not-reached',
    ...more,
  }
}

/** A handshake that ended with an alert of the server right after our hello. */
export function alerted(number: number, more: Partial<TlsSighting> = {}): TlsSighting {
  return endedEarly(
    { is: 'alert' },
    { bytesRead: 7, alerts: [alertOf(number, 'before-server-hello')], ...more },
  )
}

export function alertOf(
  number: number,
  position: AlertPosition,
  direction: TlsAlert['direction'] = 'received',
): TlsAlert {
  return { number, name: 'as_numbered', level: 'fatal', direction, position, at: 1 }
}

/** A handshake whose chain has defects under the driver's store. */
export function defective(defects: readonly ChainDefect[], more: Partial<TlsSighting> = {}): TlsSighting {
  return {
    ...secure,
    verifications: [verdict('driver', defects)],
    runtimeVerdict: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ...more,
  }
}

export function verdict(store: Verification['store'], defects: readonly ChainDefect[]): Verification {
  return { store, storeSize: store === 'given' ? 1 : 144, trusted: defects.length === 0, defects }
}

/** What a first message of the wire protocol came to. */
export function helloSaw(
  outcome: HelloSighting['outcome'],
  transport: HelloSighting['transport'] = 'plain',
  address: string = caseAddress,
): HelloSighting {
  return { address, transport, command: 'hello', outcome, roundTripMs: outcome.is === 'reply' ? 1 : null }
}

/** The hello of a standalone server whose clock agrees with the case's. */
export const standaloneHello: HelloFacts = {
  role: 'standalone',
  setName: null,
  me: null,
  hosts: [],
  passives: [],
  arbiters: [],
  primary: null,
  hidden: false,
  minWireVersion: 0,
  maxWireVersion: 21,
  helloOk: true,
  serviceId: false,
  readOnly: false,
  compression: [],
  saslSupportedMechs: null,
  localTime: '2026-01-01T00:00:00.000Z',
  topologyVersion: null,
  setVersion: null,
  foreignFields: [],
}

/** This machine, with or without a clock that can be right. */
export function machine(clock: HostSighting['clock']): HostSighting {
  return {
    platform: 'linux',
    release: '6',
    arch: 'x64',
    node: 'v20.20.2',
    openssl: '3.0.18',
    container: null,
    proxyVariables: [],
    runtimeResolvers: [],
    systemResolvers: [],
    searchDomains: [],
    hostsFile: [],
    clock,
    descriptors: { limit: 1_024, open: 20 },
    caSources: [],
    triesBothFamilies: true,
    addressOrder: 'verbatim',
  }
}

/** What the look at a file of the TLS options came to. */
export function fileSaw(
  option: FileSighting['option'],
  outcome: FileSighting['outcome'],
  path: string = '/etc/lab/ca.pem',
): FileSighting {
  return { option, path, outcome }
}
