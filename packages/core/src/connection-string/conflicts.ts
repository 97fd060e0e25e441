import type { SeedHost, Span, TopologyConflict, UriFault } from '../sightings/index.ts'
import type { RawOption } from './query.ts'
import type { Userinfo } from './userinfo.ts'

const excluding: readonly (readonly [string, string])[] = [
  ['tlsInsecure', 'tlsAllowInvalidCertificates'],
  ['tlsInsecure', 'tlsAllowInvalidHostnames'],
  ['tlsInsecure', 'tlsDisableOCSPEndpointCheck'],
  ['tlsInsecure', 'tlsDisableCertificateRevocationCheck'],
  ['tlsAllowInvalidCertificates', 'tlsDisableOCSPEndpointCheck'],
  ['tlsAllowInvalidCertificates', 'tlsDisableCertificateRevocationCheck'],
  ['tlsDisableOCSPEndpointCheck', 'tlsDisableCertificateRevocationCheck'],
]

/** Options that exclude one another, by the rules of the URI options and load balancer specifications. */
export function conflicts(
  options: readonly RawOption[],
  hosts: readonly SeedHost[],
  srv: boolean,
  userinfo: Userinfo,
): readonly UriFault[] {
  return [
    ...tlsConflicts(options),
    ...topologyConflicts(options, hosts.length, srv),
    ...authProblems(options, userinfo),
    ...proxyProblems(options),
  ]
}

function find(options: readonly RawOption[], name: string): RawOption | undefined {
  const key = name.toLowerCase()
  return options.find((option) => option.key === key)
}

function spanOf(...found: readonly (RawOption | undefined)[]): Span {
  const there = found.flatMap((option) => option ?? [])
  const last = there.reduce<RawOption | null>((a, b) => (a === null || b.offset > a.offset ? b : a), null)
  return { offset: last?.offset ?? 0, length: last?.length ?? 0 }
}

function tlsConflicts(options: readonly RawOption[]): readonly UriFault[] {
  const faults: UriFault[] = []
  const switches = options.filter(({ key }) => key === 'tls' || key === 'ssl')
  if (new Set(switches.map(({ value }) => value)).size > 1) {
    const names = [...new Set(switches.map(({ name }) => name))]
    faults.push({ kind: 'tls-conflict', names, ...spanOf(...switches) })
  }
  for (const [a, b] of excluding) {
    const [first, second] = [find(options, a), find(options, b)]
    if (first !== undefined && second !== undefined) {
      faults.push({ kind: 'tls-conflict', names: [first.name, second.name], ...spanOf(first, second) })
    }
  }
  return faults
}

function topologyConflicts(options: readonly RawOption[], hosts: number, srv: boolean): readonly UriFault[] {
  const faults: UriFault[] = []
  const add = (problem: TopologyConflict, ...found: readonly (RawOption | undefined)[]): void => {
    const names = found.flatMap((option) => option?.name ?? [])
    faults.push({ kind: 'topology-conflict', problem, names, ...spanOf(...found) })
  }
  const direct = find(options, 'directConnection')
  const balanced = find(options, 'loadBalanced')
  const set = find(options, 'replicaSet')
  const most = find(options, 'srvMaxHosts')
  const isDirect = direct?.value === 'true'
  const isBalanced = balanced?.value === 'true'
  const isLimited = most !== undefined && Number(most.value) > 0
  if (isDirect && srv) add('direct-srv', direct)
  if (isDirect && !srv && hosts > 1) add('direct-many-hosts', direct)
  if (isBalanced && hosts > 1) add('load-balanced-many-hosts', balanced)
  if (isBalanced && set !== undefined) add('load-balanced-set', balanced, set)
  if (isBalanced && isDirect) add('load-balanced-direct', balanced, direct)
  if (srv && isLimited && set !== undefined) add('srv-max-hosts-set', most, set)
  if (srv && isLimited && isBalanced) add('srv-max-hosts-load-balanced', most, balanced)
  if (!srv) {
    for (const name of ['srvMaxHosts', 'srvServiceName', 'srvAllowedHostsSuffix']) {
      const option = find(options, name)
      if (option !== undefined) add('srv-option-without-srv', option)
    }
  }
  return faults
}

/** A proxy's port and credentials mean nothing without its host, and its user name nothing without a password. */
function proxyProblems(options: readonly RawOption[]): readonly UriFault[] {
  const alone = (name: string, needs: string): readonly UriFault[] => {
    const option = find(options, name)
    if (option === undefined || find(options, needs) !== undefined) return []
    return [{ kind: 'option-value', name: option.name, problem: 'alone', needs, ...spanOf(option) }]
  }
  const hostless = ['proxyPort', 'proxyUsername', 'proxyPassword'].flatMap((name) => alone(name, 'proxyHost'))
  if (hostless.length > 0) return hostless
  return [...alone('proxyUsername', 'proxyPassword'), ...alone('proxyPassword', 'proxyUsername')]
}

const mechanisms = new Set([
  'DEFAULT',
  'GSSAPI',
  'PLAIN',
  'MONGODB-AWS',
  'MONGODB-OIDC',
  'MONGODB-X509',
  'SCRAM-SHA-1',
  'SCRAM-SHA-256',
])

const bySecret = ['', 'DEFAULT', 'SCRAM-SHA-1', 'SCRAM-SHA-256']

/**
 * MongoDB has no user without a password, and a template whose variable was empty makes such a string. Without the colon it
 * may come from elsewhere: from the program, or from a prompt.
 */
function passwordMissing({ username, password, end }: Userinfo): readonly UriFault[] {
  if (username === null || username === '' || password !== '') return []
  return [{ kind: 'auth-options', problem: 'password-missing', offset: end, length: 0 }]
}

function authProblems(options: readonly RawOption[], userinfo: Userinfo): readonly UriFault[] {
  const { username, password } = userinfo
  const given = find(options, 'authMechanism')
  const missing = bySecret.includes(given?.value.toUpperCase() ?? '') ? passwordMissing(userinfo) : []
  if (given === undefined || given.value === '') return missing
  const mechanism = given.value.toUpperCase()
  const faults: UriFault[] = [...missing]
  const add = (problem: string): void => {
    faults.push({ kind: 'auth-options', problem, ...spanOf(given) })
  }
  if (mechanism === 'MONGODB-CR') faults.push({ kind: 'obsolete', name: 'MONGODB-CR', ...spanOf(given) })
  else if (!mechanisms.has(mechanism)) add('mechanism-unknown')
  const needsName = ['GSSAPI', 'PLAIN', 'SCRAM-SHA-1', 'SCRAM-SHA-256']
  if (needsName.includes(mechanism) && (username === null || username === '')) add('username-required')
  if (mechanism === 'MONGODB-X509' && password !== null && password !== '') add('password-not-allowed')
  if (mechanism === 'MONGODB-AWS' && username !== null && username !== '') add('aws-credentials-in-string')
  const source = find(options, 'authSource')?.value
  const external = ['GSSAPI', 'MONGODB-X509', 'MONGODB-AWS', 'MONGODB-OIDC']
  if (external.includes(mechanism) && source !== undefined && source !== '$external')
    add('external-source-required')
  return faults
}
