// Options that people put behind an `&`, under names that no variable has by chance: short words (`w`, `tls`) are left out.
const names: readonly string[] = [
  'appName',
  'authMechanism',
  'authMechanismProperties',
  'authSource',
  'connectTimeoutMS',
  'directConnection',
  'loadBalanced',
  'maxIdleTimeMS',
  'maxPoolSize',
  'minPoolSize',
  'readConcernLevel',
  'readPreference',
  'replicaSet',
  'retryReads',
  'retryWrites',
  'serverSelectionTimeoutMS',
  'socketTimeoutMS',
  'tlsAllowInvalidCertificates',
  'tlsAllowInvalidHostnames',
  'tlsCAFile',
  'tlsCertificateKeyFile',
  'tlsInsecure',
]

/** Variables of the environment that are named as an option of a connection string, in its very case; never their values. */
export function optionVariables(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return names.filter((name) => env[name] !== undefined)
}
