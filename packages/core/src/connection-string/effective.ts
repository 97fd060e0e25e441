import type { EffectiveOptions } from '../sightings/index.ts'
import { hidden } from './limits.ts'
import type { RawOption } from './query.ts'

const external = new Set(['GSSAPI', 'MONGODB-X509', 'MONGODB-AWS', 'MONGODB-OIDC'])

/**
 * The options as they take effect: the Node driver's defaults, SRV's implications, and the rules for authSource.
 * Values that the driver would refuse count as not given. Times in milliseconds.
 */
export function effectiveOptions(
  options: readonly RawOption[],
  context: { readonly srv: boolean; readonly database: string | null; readonly hasUsername: boolean },
): EffectiveOptions {
  const values = new Map<string, string>()
  for (const { key, value } of options) if (value !== '' && !values.has(key)) values.set(key, value)
  const text = (name: string): string | null => {
    const value = values.get(name.toLowerCase()) ?? null
    // An `@` is a sign of credentials gone astray; only in a path does it mean nothing.
    return value !== null && value.includes('@') && !isPath(value) ? hidden : value
  }
  const flag = (name: string): boolean | null => {
    const value = text(name)
    return value === 'true' ? true : value === 'false' ? false : null
  }
  const count = (name: string, fallback: number): number => {
    const value = text(name)
    return value === null ? fallback : (leadingNumber(value) ?? fallback)
  }
  const limit = (name: string): number | null => {
    const value = text(name)
    return value === null ? null : leadingNumber(value)
  }
  const mechanism = text('authMechanism')?.toUpperCase() ?? null
  const authSource = text('authSource')
  const proxyHost = text('proxyHost')
  const insecure = flag('tlsInsecure') === true
  const staleness = text('maxStalenessSeconds')
  return {
    tls: flag('tls') ?? flag('ssl') ?? context.srv,
    tlsAllowInvalidCertificates: insecure || flag('tlsAllowInvalidCertificates') === true,
    tlsAllowInvalidHostnames: insecure || flag('tlsAllowInvalidHostnames') === true,
    tlsCAFile: text('tlsCAFile'),
    tlsCertificateKeyFile: text('tlsCertificateKeyFile'),
    hasCertificateKeyPassword: text('tlsCertificateKeyFilePassword') !== null,
    replicaSet: text('replicaSet'),
    directConnection: flag('directConnection'),
    loadBalanced: flag('loadBalanced') === true,
    authMechanism: mechanism === 'DEFAULT' ? null : mechanism,
    authSource,
    effectiveAuthSource: sourceOf(mechanism, authSource, context),
    readPreference: text('readPreference'),
    retryWrites: flag('retryWrites'),
    serverSelectionTimeoutMS: count('serverSelectionTimeoutMS', 30_000),
    connectTimeoutMS: count('connectTimeoutMS', 30_000),
    srvServiceName: text('srvServiceName') ?? 'mongodb',
    srvMaxHosts: count('srvMaxHosts', 0),
    tlsCRLFile: text('tlsCRLFile'),
    appName: text('appName'),
    serverApi: null,
    selection: {
      tagSets: tagSetsOf(options),
      maxStalenessSeconds: staleness === null || !(Number(staleness) > 0) ? null : Number(staleness),
    },
    limits: {
      socketTimeoutMS: limit('socketTimeoutMS'),
      waitQueueTimeoutMS: limit('waitQueueTimeoutMS'),
      maxPoolSize: limit('maxPoolSize'),
    },
    compressors: (text('compressors') ?? '').split(',').filter((name) => name !== '' && name !== 'none'),
    proxy:
      proxyHost === null
        ? null
        : {
            host: proxyHost,
            port: count('proxyPort', 1_080),
            hasCredentials: text('proxyUsername') !== null,
          },
  }
}

/** As the Node driver reads a number: what it begins with, so that `5s` is 5. Null: it refuses it. */
export function leadingNumber(value: string): number | null {
  const digits = /^\s*\+?(\d{1,10})/.exec(value)?.[1]
  return digits === undefined ? null : Number(digits)
}

// A list of preferences that nobody wrote by hand says no more in its hundredth place.
const maxTagSets = 32

/** One option for each set, in order; `dc:ny,rack:1` is a set of two tags, and an empty one takes any member. */
function tagSetsOf(options: readonly RawOption[]): readonly Readonly<Record<string, string>>[] {
  return options
    .filter(({ key }) => key === 'readpreferencetags')
    .slice(0, maxTagSets)
    .map(({ value }) =>
      Object.fromEntries(
        value
          .split(',')
          .filter((pair) => pair.includes(':') && !pair.includes('@'))
          .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
      ),
    )
}

function isPath(value: string): boolean {
  return /^(?:\.{0,2}[/\\]|[a-z]:[/\\])/i.test(value)
}

/** The database that a login is made in, by the rules of the connection string specification; null without a login. */
export function sourceOf(
  mechanism: string | null,
  authSource: string | null,
  { database, hasUsername }: { readonly database: string | null; readonly hasUsername: boolean },
): string | null {
  if (mechanism !== null && external.has(mechanism)) return '$external'
  if (!hasUsername) return null
  return authSource ?? database ?? (mechanism === 'PLAIN' ? '$external' : 'admin')
}
