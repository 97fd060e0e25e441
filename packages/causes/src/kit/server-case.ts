import type {
  BuildSighting,
  DriverSighting,
  EffectiveOptions,
  Endpoint,
  HelloFacts,
  LoginSighting,
  OperationSighting,
  PrivilegesSighting,
  ServerError,
} from '@mongowhy/core'

import type { EvidenceBuilder } from './evidence.ts'
import { caseAddress, helloSaw, standaloneHello, towardsAll } from './tls-case.ts'

/** Evidence that begins with a plain connection string to these hosts. */
export function plainTowards(
  hosts: readonly string[],
  options: Partial<EffectiveOptions> = {},
): EvidenceBuilder {
  return towardsAll(hosts, { tls: false, ...options })
}

/** The hello of a member of the set rs0. */
export function memberHello(facts: Partial<HelloFacts> = {}): HelloFacts {
  return {
    ...standaloneHello,
    role: 'primary',
    setName: 'rs0',
    me: 'a:27017',
    hosts: ['a:27017'],
    primary: 'a:27017',
    setVersion: 1,
    ...facts,
  }
}

/** Adds a hello that an endpoint answered. */
export function replied(
  builder: EvidenceBuilder,
  endpoint: Endpoint,
  hello: HelloFacts,
  address: string = caseAddress,
): EvidenceBuilder {
  return builder.saw(
    'wire.hello',
    endpoint,
    { address, transport: 'plain' },
    helloSaw({ is: 'reply', hello }, 'plain', address),
  )
}

/** Adds a hello that named the user's mechanisms in a database, or named none. */
export function toldOf(
  builder: EvidenceBuilder,
  endpoint: Endpoint,
  database: string,
  mechanisms: readonly string[] | null,
): EvidenceBuilder {
  return builder.saw(
    'wire.hello',
    endpoint,
    { address: caseAddress, transport: 'plain', mechanismsIn: database },
    helloSaw({ is: 'reply', hello: { ...standaloneHello, saslSupportedMechs: mechanisms } }, 'plain'),
  )
}

/** Adds what buildInfo said. */
export function built(
  builder: EvidenceBuilder,
  endpoint: Endpoint,
  outcome: BuildSighting['outcome'],
): EvidenceBuilder {
  return builder.saw('wire.build', endpoint, { address: caseAddress, transport: 'plain' }, { outcome })
}

export function buildOf(
  product: Extract<BuildSighting['outcome'], { readonly is: 'reply' }>['product'],
  version = '7.0.14',
): BuildSighting['outcome'] {
  return { is: 'reply', version, modules: [], product }
}

export function serverError(facts: Partial<ServerError> = {}): ServerError {
  return {
    name: 'MongoServerError',
    message: 'Authentication failed.',
    code: 18,
    codeName: 'AuthenticationFailed',
    labels: [],
    systemCode: null,
    ...facts,
  }
}

export const notAuthorized: ServerError = serverError({
  message: 'not authorized on app to execute command { find: "orders" }',
  code: 13,
  codeName: 'Unauthorized',
})

export function atlasError(message: string): ServerError {
  return serverError({ message, code: 8000, codeName: 'AtlasError' })
}

/** Adds the driver's login. */
export function loggedIn(
  builder: EvidenceBuilder,
  outcome: LoginSighting['outcome'],
  facts: Partial<LoginSighting> = {},
): EvidenceBuilder {
  const permittedBy = outcome.is === 'no-credentials' ? 'no-credentials' : 'verified-connection'
  return builder.saw(
    'auth.login',
    null,
    {},
    { mechanism: null, authSource: 'admin', permittedBy, outcome, ...facts },
  )
}

export function rejected(error: ServerError): LoginSighting['outcome'] {
  return { is: 'rejected', error }
}

/** Adds one operation; without an error it was done. */
export function operated(
  builder: EvidenceBuilder,
  operation: OperationSighting['operation'],
  error: ServerError | null = null,
  namespace = 'app.orders',
): EvidenceBuilder {
  const outcome: OperationSighting['outcome'] = error === null ? { is: 'done' } : { is: 'failed', error }
  return builder.saw('ops.run', null, { operation }, { operation, namespace, outcome })
}

/** Adds what `connectionStatus` said. */
export function entitled(
  builder: EvidenceBuilder,
  facts: Partial<Extract<PrivilegesSighting['outcome'], { readonly is: 'known' }>>,
): EvidenceBuilder {
  const known = { is: 'known', authenticated: true, roles: [], canFind: true, canWrite: true } as const
  return builder.saw('authz.privileges', null, {}, { outcome: { ...known, ...facts } })
}

/** Adds the driver's own result. */
export function drove(builder: EvidenceBuilder, outcome: DriverSighting['outcome']): EvidenceBuilder {
  return builder.saw('driver.connect', null, {}, { version: '7.9.0', outcome, topology: null, servers: [] })
}
