import { accessSync, constants, statSync } from 'node:fs'

import type { MongoClientOptions } from 'mongodb'

import type { ConnectOptions } from '../options.ts'
import { isDevelopmentTls, refusalOf } from '../tls/development-tls.ts'
import type { DevelopmentTls } from '../tls/development-tls.ts'
import { relaxedInDriver } from '../tls/relaxed-options.ts'
import { text } from './variables.ts'
import type { Environment, Problems } from './variables.ts'

export interface TlsConfiguration {
  readonly driver: MongoClientOptions
  readonly relaxed: DevelopmentTls | null
  /** The variables or options that name its files; null: none does. */
  readonly from: TlsSources
}

export interface TlsSources {
  readonly ca: string | null
  readonly key: string | null
}

/** How TLS is to be: strict, with the files that are named, or relaxed where `developmentTls()` allows it here and now. */
export function readTls(
  options: ConnectOptions,
  env: Environment,
  where: Parameters<typeof refusalOf>[1],
  problems: Problems,
): TlsConfiguration {
  for (const name of relaxedInDriver(options.driver ?? {})) {
    problems.push({
      code: 'uri-option-value',
      variable: `driver.${name}`,
      expected: `verified TLS: ${name} is always refused among the driver's options`,
      how: 'Take it out. For development: tls: developmentTls({ reason, until }).',
    })
  }
  const { tls } = options
  if (isDevelopmentTls(tls)) {
    const refusal = refusalOf(tls, where)
    if (refusal !== null)
      problems.push({ code: 'uri-option-value', variable: 'tls.developmentTls', ...refusal })
    return {
      driver: { tlsAllowInvalidCertificates: true, tlsAllowInvalidHostnames: true },
      relaxed: tls,
      from: { ca: null, key: null },
    }
  }
  const ca = fileOf('tls.caFile', tls?.caFile, 'MONGODB_TLS_CA_FILE', env, problems)
  const key = fileOf(
    'tls.certificateKeyFile',
    tls?.certificateKeyFile,
    'MONGODB_TLS_CERTIFICATE_KEY_FILE',
    env,
    problems,
  )
  return {
    driver: {
      ...(ca === null ? {} : { tlsCAFile: ca.path }),
      ...(key === null ? {} : { tlsCertificateKeyFile: key.path }),
    },
    relaxed: null,
    from: { ca: ca?.from ?? null, key: key?.from ?? null },
  }
}

function fileOf(
  option: string,
  given: string | undefined,
  name: string,
  env: Environment,
  problems: Problems,
): { readonly path: string; readonly from: string } | null {
  const path = given ?? text(env, name)
  if (path === undefined) return null
  const from = given === undefined ? name : option
  try {
    accessSync(path, constants.R_OK)
    if (!statSync(path).isFile()) throw Object.assign(new Error('no file'), { code: 'it is no file' })
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'it failed'
    problems.push({
      code: 'uri-tls-file-missing',
      variable: from,
      expected: 'the path of a PEM file that this process can read',
      how: `It cannot be read (${why}): check the path, which counts from the working directory, the mount and the permissions.`,
    })
  }
  return { path, from }
}
