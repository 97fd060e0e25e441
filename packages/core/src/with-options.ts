import type { DiagnoseOptions } from './options.ts'
import type { ParsedTarget } from './parsed-target.ts'
import { withCodeLogin } from './code-login.ts'
import { compressorsIn, modeIn, selectionIn, serverApiIn } from './code-options.ts'
import { proxyIn, proxyLoginIn } from './proxy-options.ts'
import type { EffectiveOptions } from './sightings/index.ts'

/**
 * The target as it takes effect: options that stand in code win over the connection string, and the files and the proxy
 * that were named on the command line win over both.
 */
export function withOptions(target: ParsedTarget, options: DiagnoseOptions): ParsedTarget {
  const given = options.driverOptions
  const before = target.uri.effective
  const tls = flag(given, 'tls') ?? flag(given, 'ssl') ?? before.tls
  const insecure = flag(given, 'tlsInsecure')
  const authSource = text(given, 'authSource') ?? before.authSource
  const effective: EffectiveOptions = {
    ...before,
    tls,
    tlsAllowInvalidCertificates:
      flag(given, 'tlsAllowInvalidCertificates') ??
      insecure ??
      negated(flag(given, 'rejectUnauthorized')) ??
      before.tlsAllowInvalidCertificates,
    tlsAllowInvalidHostnames:
      flag(given, 'tlsAllowInvalidHostnames') ?? insecure ?? before.tlsAllowInvalidHostnames,
    tlsCAFile: options.caFile ?? text(given, 'tlsCAFile') ?? before.tlsCAFile,
    tlsCertificateKeyFile:
      options.certKeyFile ?? text(given, 'tlsCertificateKeyFile') ?? before.tlsCertificateKeyFile,
    replicaSet: text(given, 'replicaSet') ?? before.replicaSet,
    directConnection: flag(given, 'directConnection') ?? before.directConnection,
    loadBalanced: flag(given, 'loadBalanced') ?? before.loadBalanced,
    authMechanism: text(given, 'authMechanism') ?? before.authMechanism,
    authSource,
    effectiveAuthSource:
      before.effectiveAuthSource === null ? null : (text(given, 'authSource') ?? before.effectiveAuthSource),
    readPreference: modeIn(given['readPreference']) ?? before.readPreference,
    retryWrites: flag(given, 'retryWrites') ?? before.retryWrites,
    serverSelectionTimeoutMS: amount(given, 'serverSelectionTimeoutMS') ?? before.serverSelectionTimeoutMS,
    connectTimeoutMS: amount(given, 'connectTimeoutMS') ?? before.connectTimeoutMS,
    srvServiceName: text(given, 'srvServiceName') ?? before.srvServiceName,
    srvMaxHosts: amount(given, 'srvMaxHosts') ?? before.srvMaxHosts,
    compressors: compressorsIn(given) ?? before.compressors,
    tlsCRLFile: text(given, 'tlsCRLFile') ?? before.tlsCRLFile ?? null,
    appName: text(given, 'appName') ?? before.appName ?? null,
    serverApi: serverApiIn(given['serverApi']),
    selection: selectionIn(given, before.selection),
    limits: {
      socketTimeoutMS: amount(given, 'socketTimeoutMS') ?? before.limits?.socketTimeoutMS ?? null,
      waitQueueTimeoutMS: amount(given, 'waitQueueTimeoutMS') ?? before.limits?.waitQueueTimeoutMS ?? null,
      maxPoolSize: amount(given, 'maxPoolSize') ?? before.limits?.maxPoolSize ?? null,
    },
    proxy: proxyOf(options) ?? proxyIn(given) ?? before.proxy,
  }
  const login = proxyIn(given) === null ? {} : proxyLoginIn(given)
  const made = { ...target, ...login, uri: { ...target.uri, effective } }
  return withCodeLogin(made, effective, given['auth'])
}

function proxyOf(options: DiagnoseOptions): EffectiveOptions['proxy'] {
  if (options.proxy === null) return null
  const given = options.proxy.reveal()
  if (!URL.canParse(given)) return null
  const url = new URL(given)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return { host, port: url.port === '' ? 1080 : Number(url.port), hasCredentials: url.username !== '' }
}

function flag(from: Readonly<Record<string, unknown>>, name: string): boolean | null {
  const value = from[name]
  return typeof value === 'boolean' ? value : null
}

function negated(value: boolean | null): boolean | null {
  return value === null ? null : !value
}

function text(from: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = from[name]
  return typeof value === 'string' ? value : null
}

function amount(from: Readonly<Record<string, unknown>>, name: string): number | null {
  const value = from[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
