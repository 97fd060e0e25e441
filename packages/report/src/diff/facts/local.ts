import { firstSeen, isLoopback, seenBy } from '@mongowhy/core'
import type { EffectiveOptions, HostSighting, Report, UriSighting } from '@mongowhy/core'

import { factsOf, unordered } from '../fact.ts'
import type { Fact } from '../fact.ts'

/** The connection string and the machine. */
export function localFacts(report: Report): readonly Fact[] {
  const uri = firstSeen(report.evidence, 'uri.parse')?.saw
  const host = firstSeen(report.evidence, 'env.host')?.saw
  return [
    ...(uri === undefined ? [] : uriFacts(uri)),
    ...(host === undefined ? [] : hostFacts(host)),
    ...files(report),
    ...programs(report),
  ]
}

function uriFacts(uri: UriSighting): readonly Fact[] {
  const fact = factsOf('uri')
  const hosts = uri.hosts.map(({ host, port }) => (port === null ? host : `${host}:${port}`))
  return [
    ...fact('given', 'connection string', uri.given === 'empty' ? 'empty' : 'given'),
    ...fact('scheme', 'scheme', uri.scheme ?? 'none'),
    ...fact('hosts', 'seed list', unordered(hosts)),
    ...fact('database', 'database', uri.database ?? 'none'),
    ...fact('user', 'user name', uri.credentials.username),
    ...fact('password', 'password', uri.credentials.password),
    ...fact('faults', 'faults of the string', unordered(uri.faults.map(({ kind }) => kind))),
    ...optionFacts(uri.effective),
  ]
}

function optionFacts(options: EffectiveOptions): readonly Fact[] {
  const fact = factsOf('uri')
  const option = (name: keyof EffectiveOptions, value: string | boolean | number | null): readonly Fact[] =>
    fact(`option.${name}`, name, value ?? 'not set')
  return [
    ...option('tls', options.tls),
    ...option('tlsAllowInvalidCertificates', options.tlsAllowInvalidCertificates),
    ...option('tlsAllowInvalidHostnames', options.tlsAllowInvalidHostnames),
    ...option('tlsCAFile', options.tlsCAFile),
    ...option('tlsCertificateKeyFile', options.tlsCertificateKeyFile),
    ...option('replicaSet', options.replicaSet),
    ...option('directConnection', options.directConnection),
    ...option('loadBalanced', options.loadBalanced),
    ...option('authMechanism', options.authMechanism),
    ...fact('option.authSource', 'authSource', options.effectiveAuthSource ?? 'not set'),
    ...option('readPreference', options.readPreference),
    ...option('retryWrites', options.retryWrites),
    ...option('compressors', unordered(options.compressors)),
    ...option('srvServiceName', options.srvServiceName),
    ...option('srvMaxHosts', options.srvMaxHosts),
    ...fact(
      'option.proxy',
      'proxy',
      options.proxy === null ? 'none' : `${options.proxy.host}:${options.proxy.port}`,
    ),
    ...option('serverSelectionTimeoutMS', options.serverSelectionTimeoutMS),
    ...option('connectTimeoutMS', options.connectTimeoutMS),
    ...fact(
      'option.tlsCRLFile',
      'tlsCRLFile',
      options.tlsCRLFile === undefined ? null : (options.tlsCRLFile ?? 'not set'),
    ),
    ...limitFacts(options.limits),
    ...fact(
      'option.serverApi',
      'serverApi',
      options.serverApi === undefined ? null : (options.serverApi?.version ?? 'not set'),
    ),
    ...fact(
      'option.appName',
      'appName',
      options.appName === undefined ? null : (options.appName ?? 'not set'),
      'context',
    ),
  ]
}

function limitFacts(limits: EffectiveOptions['limits']): readonly Fact[] {
  return Object.entries(limits ?? {}).flatMap(([name, value]) =>
    factsOf('uri')(`option.${name}`, name, value ?? 'not set'),
  )
}

/** The families of the addresses that lead out of this machine; null where none was looked at. */
function egress({ interfaces }: HostSighting): string | null {
  if (interfaces === undefined) return null
  const outward = interfaces.filter(
    ({ address }) => !isLoopback(address) && !/^(?:fe[89ab]|169\.254\.)/i.test(address),
  )
  return unordered(outward.map(({ address }) => (address.includes(':') ? 'IPv6' : 'IPv4')))
}

function hostFacts(host: HostSighting): readonly Fact[] {
  const fact = factsOf('env')
  const trust = host.caSources.filter(({ usedByDriver }) => usedByDriver)
  const other = host.caSources.filter(({ usedByDriver }) => !usedByDriver)
  const store = (sources: typeof trust): string =>
    unordered(
      sources.map(
        ({ source, certificates, problem }) =>
          `${source} ${certificates}${problem === null ? '' : ` (${problem})`}`,
      ),
    )
  return [
    ...fact('node', 'Node', host.node),
    ...fact('openssl', 'OpenSSL', host.openssl),
    ...fact('container', 'container', host.container ?? 'none'),
    ...fact('trust', 'trust store of the driver', store(trust)),
    ...fact('trust.unused', 'trust stores that are not used', store(other), 'context'),
    ...fact(
      'clock',
      'clock',
      host.clock.plausible ? 'plausible' : `wrong: ${host.clock.reason ?? 'implausible'}`,
    ),
    ...fact(
      'hosts',
      'hosts file',
      unordered(host.hostsFile.map(({ name, address }) => `${name} is ${address}`)),
    ),
    ...fact(
      'families',
      'address families',
      `${host.triesBothFamilies ? 'tries both' : 'tries the first'}, order ${host.addressOrder}`,
    ),
    ...fact('egress', 'addresses of its own, by family', egress(host)),
    ...fact('search', 'search domains', unordered(host.searchDomains), 'context'),
    ...fact('resolvers', 'resolvers', unordered(host.runtimeResolvers), 'context'),
    ...fact(
      'proxies',
      'proxy variables',
      unordered(host.proxyVariables.map(({ name, value }) => `${name}=${value}`)),
      'context',
    ),
    ...fact('platform', 'platform', `${host.platform} ${host.arch}`, 'context'),
    ...fact('release', 'release of the system', host.release, 'context'),
    ...fact('descriptors', 'limit of open files', host.descriptors.limit, 'context'),
    ...fact('now', 'time of day', host.clock.now, 'noise'),
  ]
}

function files({ evidence }: Report): readonly Fact[] {
  const fact = factsOf('env')
  return seenBy(evidence, 'env.file').flatMap(({ saw }) => {
    const { outcome } = saw
    const said =
      outcome.is === 'unfit'
        ? outcome.problem
        : outcome.is === 'usable'
          ? `usable, ${outcome.certificates} certificates`
          : outcome.is
    return fact(`file.${saw.option}`, `file of ${saw.option}`, said.replaceAll('-', ' '))
  })
}

function programs({ evidence, tool, target, timing }: Report): readonly Fact[] {
  const fact = factsOf('env')
  const runtimes = firstSeen(evidence, 'env.runtimes')?.saw.runtimes
  return [
    ...factsOf('client')('version', 'driver', firstSeen(evidence, 'driver.connect')?.saw.version),
    ...fact(
      'runtimes',
      'other runtimes',
      runtimes === undefined
        ? null
        : unordered(
            runtimes.map(
              ({ name, version, tlsLibrary }) =>
                `${name} ${version}${tlsLibrary === null ? '' : ` (${tlsLibrary})`}`,
            ),
          ),
      'context',
    ),
    ...fact('tool', 'mongowhy', tool.version, 'context'),
    ...fact('source', 'where the string came from', target.source, 'context'),
    ...fact('taken', 'when', evidence.takenAt, 'noise'),
    ...fact('took', 'how long it took', `${Math.round(timing.totalMs)} ms`, 'noise'),
  ]
}
