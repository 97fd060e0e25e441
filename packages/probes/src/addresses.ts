import { endpointParts, hostKind } from '@mongowhy/core'
import type { DnsSighting, Endpoint, Resolver } from '@mongowhy/core'

import type { ProbeContext } from './context.ts'
import { askDns, ownLookUp, resolveByApplication, resolveSystem } from './dns/index.ts'
import type { SystemAnswer } from './dns/index.ts'
import { sharing } from './shared-work.ts'

// A name with more addresses than this is no member of a replica set; the rest is left out, and said to be.
const maxAddresses = 8

/** Resolves every host once, records the looks, and remembers the addresses in the order in which the driver would try them. */
export class AddressBook {
  readonly #ctx: ProbeContext
  readonly #pending = new Map<string, Promise<readonly string[]>>()
  readonly #known = new Map<string, readonly string[]>()

  constructor(ctx: ProbeContext) {
    this.#ctx = ctx
  }

  /** Addresses of an endpoint's host: given by the user, the literal itself, or as resolved. Empty when there are none. */
  async of(endpoint: Endpoint): Promise<readonly string[]> {
    const { host, port } = endpointParts(endpoint)
    const given = this.#ctx.options.resolve.filter(
      (entry) => entry.host.toLowerCase() === host && entry.port === port,
    )
    if (given.length > 0) return given.map(({ address }) => address)
    if (hostKind(host) !== 'name') return [host]
    const before = this.#pending.get(host)
    if (before !== undefined) return before
    const asked = this.#resolve(host)
    this.#pending.set(host, asked)
    return asked
  }

  /** What is known by now, for the driver's look-up; never asks. */
  known(host: string, port?: number): readonly string[] {
    const name = host.toLowerCase()
    const given = this.#ctx.options.resolve.filter(
      (entry) => entry.host.toLowerCase() === name && (port === undefined || entry.port === port),
    )
    if (given.length > 0) return given.map(({ address }) => address)
    return hostKind(host) === 'name' ? (this.#known.get(name) ?? []) : [host]
  }

  async #resolve(host: string): Promise<readonly string[]> {
    const resolver = this.#ctx.options.resolvers[0]
    const found = resolver === undefined ? await this.#bySystem(host) : await this.#byServer(host, resolver)
    const addresses = [...new Set(found)].slice(0, maxAddresses)
    this.#known.set(host, addresses)
    return addresses
  }

  async #byServer(host: string, server: string): Promise<readonly string[]> {
    const answers = await Promise.all(
      (['A', 'AAAA'] as const).map((type) => this.#ask(host, type, { server })),
    )
    return answers.flatMap((saw) => (saw === null ? [] : addressesIn(saw)))
  }

  #ask(name: string, type: 'A' | 'AAAA', resolver: Resolver): Promise<DnsSighting | null> {
    const { recorder, signal, options } = this.#ctx
    const vary = { name, type, resolver }
    return recorder.run({ probe: 'dns.query', endpoint: null, vary }, signal, () =>
      askDns(vary, { signal, timeoutMs: options.stageTimeoutMs }),
    )
  }

  /** One call of getaddrinfo, or of what the application has in its place, serves both looks. */
  async #bySystem(name: string): Promise<readonly string[]> {
    const { recorder, signal } = this.#ctx
    const answer = this.#lookUp(name)
    const look = (type: 'A' | 'AAAA'): Promise<DnsSighting | null> =>
      recorder.run(
        { probe: 'dns.query', endpoint: null, vary: { name, type, resolver: 'system' } },
        signal,
        async () => (type === 'A' ? (await answer).a : (await answer).aaaa),
      )
    await Promise.all([look('A'), look('AAAA')])
    return answer.then(
      ({ order }) => order,
      // The looks above have kept the failure.
      () => [],
    )
  }

  #lookUp(name: string): Promise<SystemAnswer> {
    const { signal, options, shared } = this.#ctx
    const timeoutMs = options.stageTimeoutMs
    const own = ownLookUp(options.driverOptions)
    if (own !== null) return resolveByApplication(name, { signal, timeoutMs }, own)
    return sharing(shared, `system ${name}`, signal, (during) =>
      resolveSystem(name, { signal: during, timeoutMs }, shared?.lookUp),
    )
  }
}

function addressesIn(saw: DnsSighting): readonly string[] {
  if (saw.outcome !== 'answer') return []
  return saw.records.flatMap((record) => ('address' in record ? [record.address] : []))
}
