export type ValueType = 'boolean' | 'integer' | 'unsigned' | 'text' | 'list' | 'enum' | 'object'

export interface KnownOption {
  readonly name: string
  readonly type: ValueType
  /** Drivers that know it, where not all do. */
  readonly only: readonly string[] | null
  readonly values: readonly string[] | null
}

/** The URI options specification (November 2026), and what the Node driver 7.9 takes besides. */
const everywhere: Record<ValueType, string> = {
  boolean:
    'directConnection journal loadBalanced retryReads retryWrites ssl tls tlsAllowInvalidCertificates tlsAllowInvalidHostnames tlsInsecure enableOverloadRetargeting',
  integer: 'zlibCompressionLevel',
  unsigned:
    'connectTimeoutMS heartbeatFrequencyMS localThresholdMS maxIdleTimeMS maxPoolSize maxConnecting maxStalenessSeconds minPoolSize proxyPort serverSelectionTimeoutMS socketTimeoutMS srvMaxHosts timeoutMS waitQueueTimeoutMS wTimeoutMS maxAdaptiveRetries',
  text: 'appName authMechanism authSource proxyHost proxyUsername proxyPassword readConcernLevel replicaSet srvServiceName srvAllowedHostsSuffix tlsCAFile tlsCertificateKeyFile tlsCertificateKeyFilePassword w',
  list: 'authMechanismProperties compressors readPreferenceTags',
  enum: 'readPreference serverMonitoringMode',
  object: '',
}

const nodeOnly: Record<ValueType, string> = {
  boolean:
    'autoSelectFamily bsonRegExp checkKeys enableUtf8Validation forceServerObjectId ignoreUndefined monitorCommands noDelay promoteBuffers promoteLongs promoteValues raw serializeFunctions useBigInt64 j fsync __skipPingOnConnect',
  integer: 'family',
  unsigned:
    'autoSelectFamilyAttemptTimeout minHeartbeatFrequencyMS minInternalBufferSize mongodbLogMaxDocumentLength wtimeout',
  text: 'dbName servername tlsCRLFile name mongodbLogPath',
  list: '',
  enum: '',
  object:
    'auth autoEncryption driverInfo fieldsAsRaw serverApi pkFactory readConcern runtimeAdapters writeConcern srvHostValidator mongodbLogComponentSeverities connectionType srvPoller allowPartialTrustChain minDHSize pskCallback secureContext enableTrace requestCert rejectUnauthorized checkServerIdentity keepAliveInitialDelay ALPNProtocols SNICallback session requestOCSP localAddress localPort hints lookup ca cert ciphers crl ecdhCurve key passphrase pfx secureProtocol index',
}

/** Known to others, refused by the Node driver. */
const othersOnly: readonly (readonly [name: string, type: ValueType, only: readonly string[]])[] = [
  ['tlsDisableOCSPEndpointCheck', 'boolean', ['pymongo', 'go', 'c']],
  ['tlsDisableCertificateRevocationCheck', 'boolean', ['c', 'csharp', 'pymongo']],
  ['serverSelectionTryOnce', 'boolean', ['c', 'php']],
  ['uuidRepresentation', 'text', ['pymongo', 'java', 'csharp']],
  ['connect', 'text', ['go', 'csharp']],
  ['waitQueueMultiple', 'unsigned', ['pymongo', 'csharp']],
  ['maxLifeTimeMS', 'unsigned', ['java']],
  ['maxConnectionLifeTime', 'unsigned', ['csharp']],
  ['sslInvalidHostNameAllowed', 'boolean', ['java']],
  ['zstdCompressionLevel', 'integer', ['go']],
  ['tz_aware', 'boolean', ['pymongo']],
  ['datetime_conversion', 'text', ['pymongo']],
  ['unicode_decode_error_handler', 'text', ['pymongo']],
  ['ipv6', 'boolean', ['csharp']],
]

const enums: Readonly<Record<string, readonly string[]>> = {
  readpreference: ['primary', 'primaryPreferred', 'secondary', 'secondaryPreferred', 'nearest'],
  servermonitoringmode: ['auto', 'poll', 'stream'],
}

function* described(): Generator<KnownOption> {
  const words = (text: string): string[] => text.split(' ').filter((word) => word !== '')
  for (const [table, only] of [
    [everywhere, null],
    [nodeOnly, ['node']],
  ] as const) {
    for (const type of Object.keys(table) as ValueType[])
      for (const name of words(table[type])) {
        yield { name, type, only, values: enums[name.toLowerCase()] ?? null }
      }
  }
  for (const [name, type, only] of othersOnly) yield { name, type, only, values: null }
}

const byName = new Map<string, KnownOption>()
for (const option of described()) {
  const key = option.name.toLowerCase()
  // `wTimeoutMS` and the Node driver's own `wtimeout` differ; where names are equal the specification's stands.
  if (!byName.has(key)) byName.set(key, option)
}

/** Every option that some driver knows. */
export const knownOptions: readonly KnownOption[] = [...byName.values()]

/** An option by its name, whatever its case; undefined when no driver knows it. */
export function optionNamed(name: string): KnownOption | undefined {
  return byName.get(name.toLowerCase())
}
