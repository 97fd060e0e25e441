import dns from 'node:dns'
import { getDefaultAutoSelectFamily } from 'node:net'
import { release } from 'node:os'

import type { HostSighting } from '@mongowhy/core'

import type { ProbeContext } from '../context.ts'
import { sharing } from '../shared-work.ts'
import { caSources } from './ca-sources.ts'
import { clock } from './clock.ts'
import { container } from './container.ts'
import { descriptors } from './descriptors.ts'
import { hostsFileLines } from './hosts-file.ts'
import { interfaces } from './interfaces.ts'
import { optionVariables } from './option-variables.ts'
import { proxyVariables } from './proxy-variables.ts'
import { resolverConfiguration } from './resolver-configuration.ts'
import { sockets } from './sockets.ts'
import { inBackground } from './terminal.ts'

type Machine = Omit<HostSighting, 'clock' | 'hostsFile' | 'caSources'>

/** The machine and the runtime that this process stands in. Small local files are read, and nothing else is touched. */
export async function lookHost({
  target: { uri },
  options,
  shared,
  signal,
}: Pick<ProbeContext, 'target' | 'options' | 'shared' | 'signal'>): Promise<HostSighting> {
  const names = uri.hosts.filter(({ kind }) => kind === 'name').map(({ host }) => host)
  const files = [uri.effective.tlsCAFile, options.caFile] as const
  const [machine, hostsFile, sources] = await Promise.all([
    sharing(shared, 'machine', signal, lookMachine),
    hostsFileLines(names),
    sharing(shared, `authorities ${JSON.stringify(files)}`, signal, () => caSources(...files)),
  ])
  return { ...machine, clock: clock(new Date()), hostsFile, caSources: sources }
}

/** What is the same for every target. */
async function lookMachine(): Promise<Machine> {
  const [resolvers, ran, files, background, tcp] = await Promise.all([
    resolverConfiguration(),
    container(),
    descriptors(),
    inBackground(),
    sockets(),
  ])
  return {
    platform: process.platform,
    release: release(),
    arch: process.arch,
    node: process.versions.node,
    openssl: process.versions.openssl,
    container: ran,
    proxyVariables: proxyVariables(process.env),
    runtimeResolvers: dns.getServers(),
    systemResolvers: resolvers?.servers ?? null,
    searchDomains: resolvers?.search ?? [],
    interfaces: interfaces(),
    ...(tcp === null ? {} : { sockets: tcp }),
    descriptors: files,
    optionVariables: optionVariables(process.env),
    ...(process.env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0' ? { verificationOff: true } : {}),
    ...(background === null ? {} : { inBackground: background }),
    triesBothFamilies: getDefaultAutoSelectFamily(),
    addressOrder: addressOrder(),
  }
}

function addressOrder(): HostSighting['addressOrder'] {
  const order: string = dns.getDefaultResultOrder()
  return order === 'ipv4first' || order === 'ipv6first' ? order : 'verbatim'
}
