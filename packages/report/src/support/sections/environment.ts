import { firstSeen, says, seenBy } from '@mongowhy/core'
import type { EffectiveOptions, HostSighting, Report } from '@mongowhy/core'

import type { Block, Fact, Section } from '../blocks.ts'
import { subjectOf } from '../support-case.ts'
import type { SupportCase } from '../support-case.ts'

/** The machine, its runtimes, what it trusts and asks, and the options as they take effect. */
export function environmentSection(given: SupportCase): Section {
  const report = subjectOf(given)
  return {
    id: 'environment',
    title: 'Environment',
    blocks: [
      { is: 'facts', rows: [...machine(report), ...runtimes(report), ...driver(report)] },
      { is: 'heading', text: says`The target, as the driver takes it` },
      {
        is: 'facts',
        rows: [
          { name: 'Connection string', value: says`${report.target.uri}` },
          ...target(report),
          ...servers(report),
        ],
      },
      ...files(report),
    ],
  }
}

function machine({ evidence, tool }: Report): readonly Fact[] {
  const host = firstSeen(evidence, 'env.host')?.saw
  if (host === undefined) return [{ name: 'Platform', value: says`${tool.platform}` }]
  return [
    {
      name: 'Platform',
      value: says`${host.platform} ${host.release} ${host.arch}${host.container === null ? '' : `, in a container (${host.container})`}`,
    },
    { name: 'Runtime', value: says`Node ${host.node} with OpenSSL ${host.openssl}` },
    {
      name: 'Clock',
      value: host.clock.plausible
        ? says`${host.clock.now}, plausible`
        : says`${host.clock.now}, wrong: ${host.clock.reason ?? 'implausible'}`,
    },
    { name: 'Resolvers', value: says`${listOr(host.runtimeResolvers, 'none')}${resolversDiffer(host)}` },
    ...(host.searchDomains.length === 0
      ? []
      : [{ name: 'Search domains', value: says`${host.searchDomains.join(', ')}` }]),
    { name: 'Trusted authorities', value: says`${trust(host)}` },
    ...host.caSources.flatMap(({ source, problem }) =>
      problem === null ? [] : [{ name: 'Trusted authorities, problem', value: says`${source}: ${problem}` }],
    ),
    ...host.proxyVariables.map(({ name, value }) => ({ name, value: says`${value}` })),
    ...host.hostsFile.map(({ address, name }) => ({
      name: 'Hosts file',
      value: says`${name} is ${address}`,
    })),
    {
      name: 'Address families',
      value: says`${host.triesBothFamilies ? 'tries both' : 'tries the first'}, order ${host.addressOrder}`,
    },
  ]
}

function resolversDiffer({ runtimeResolvers, systemResolvers }: HostSighting): string {
  if (systemResolvers === null || systemResolvers.join() === runtimeResolvers.join()) return ''
  return ` (the system's: ${listOr(systemResolvers, 'none')})`
}

function trust({ caSources }: HostSighting): string {
  return caSources
    .map(
      ({ source, certificates, usedByDriver }) =>
        `${source}: ${certificates === 1 ? 'one certificate' : `${certificates} certificates`}${usedByDriver ? '' : ' (not used)'}`,
    )
    .join('; ')
}

function runtimes({ evidence }: Report): readonly Fact[] {
  const found = firstSeen(evidence, 'env.runtimes')?.saw.runtimes ?? []
  return found.map(({ name, version, tlsLibrary, path }) => ({
    name: `Other runtime: ${name}`,
    value: says`${version}${tlsLibrary === null ? '' : ` with ${tlsLibrary}`} (${path})`,
  }))
}

function driver({ evidence, tool }: Report): readonly Fact[] {
  const seen = firstSeen(evidence, 'driver.connect')?.saw.version
  return [
    ...(seen === undefined ? [] : [{ name: 'Driver', value: says`mongodb ${seen} (Node)` }]),
    { name: 'Report by', value: says`mongowhy ${tool.version}` },
  ]
}

function target({ evidence }: Report): readonly Fact[] {
  const options = firstSeen(evidence, 'uri.parse')?.saw.effective
  return options === undefined ? [] : optionFacts(options)
}

function optionFacts(options: EffectiveOptions): readonly Fact[] {
  const tls = options.tls ? (relaxed(options) ? 'on, RELAXED' : 'on, strict') : 'off'
  const rows: readonly (readonly [string, string | null])[] = [
    ['TLS', tls],
    ['tlsAllowInvalidCertificates', options.tlsAllowInvalidCertificates ? 'true' : null],
    ['tlsAllowInvalidHostnames', options.tlsAllowInvalidHostnames ? 'true' : null],
    ['tlsCAFile', options.tlsCAFile],
    ['tlsCertificateKeyFile', options.tlsCertificateKeyFile],
    ['replicaSet', options.replicaSet],
    ['directConnection', options.directConnection === null ? null : String(options.directConnection)],
    ['loadBalanced', options.loadBalanced ? 'true' : null],
    ['authMechanism', options.authMechanism],
    ['authSource', options.effectiveAuthSource],
    ['readPreference', options.readPreference],
    ['compressors', options.compressors.join(', ') || null],
    [
      'Time-outs',
      `connect ${options.connectTimeoutMS} ms, server selection ${options.serverSelectionTimeoutMS} ms`,
    ],
    ['Proxy', options.proxy === null ? null : `${options.proxy.host}:${options.proxy.port}`],
  ]
  return rows.flatMap(([name, value]) => (value === null ? [] : [{ name, value: says`${value}` }]))
}

function relaxed(options: EffectiveOptions): boolean {
  return options.tlsAllowInvalidCertificates || options.tlsAllowInvalidHostnames
}

function servers({ evidence }: Report): readonly Fact[] {
  const versions = new Map<string, string>()
  for (const { ask, saw } of seenBy(evidence, 'wire.build')) {
    if (saw.outcome.is === 'reply') versions.set(ask.endpoint ?? '', saw.outcome.version)
  }
  const distinct = [...new Set(versions.values())]
  return distinct.length === 0 ? [] : [{ name: 'Server version', value: says`${distinct.join(', ')}` }]
}

function files({ evidence }: Report): readonly Block[] {
  const rows = seenBy(evidence, 'env.file').map(({ saw }) => ({
    name: saw.option,
    value: says`${saw.path}: ${saw.outcome.is === 'unfit' ? saw.outcome.problem.replaceAll('-', ' ') : saw.outcome.is.replaceAll('-', ' ')}`,
  }))
  return rows.length === 0
    ? []
    : [
        { is: 'heading', text: says`Files` },
        { is: 'facts', rows },
      ]
}

function listOr(items: readonly string[], none: string): string {
  return items.length === 0 ? none : items.join(', ')
}
