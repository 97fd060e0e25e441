import type { Evidence } from '../evidence.ts'
import { withoutAddresses } from './addresses.ts'
import { bareName, holdsNames, namesIn, parentsOf } from './names.ts'

const identifying: Readonly<Record<string, string>> = { fingerprint256: 'fingerprint', serial: 'serial' }

/**
 * Replaces names and addresses, the same one always by the same: `host-1`, `10.x.x.1`. One anonymizer serves everything
 * that is written together, so that readers can follow a host from file to file.
 */
export class Anonymizer {
  readonly #names = new Map<string, string>()
  readonly #addresses = new Map<string, number>()
  readonly #others = new Map<string, string>()
  #dotted: RegExp | null = null
  #plain: RegExp | null = null

  /** Takes note of the names in evidence; texts are searched for them afterwards. */
  learn(evidence: Evidence): void {
    const names = namesIn(evidence)
    const domains = new Set(names.flatMap(parentsOf))
    for (const name of [...names, ...domains]) this.#nameFor(name, domains.has(name) ? 'domain' : 'host')
    this.#dotted = oneOf(
      [...this.#names.keys()].filter((name) => name.includes('.')),
      (names) => `(?<![\\w-])(?:${names})(?![\\w-]|\\.\\w)`,
    )
    // A name without a dot may be any word; only beside a port, a scheme or a resolver's error is it surely a host's.
    this.#plain = oneOf(
      [...this.#names.keys()].filter((name) => !name.includes('.')),
      (names) =>
        `(?<![\\w.-])(?:(?<=//|@|,|ENOTFOUND |EAI_AGAIN |ENODATA )(?:${names})(?![\\w.-])|(?:${names})(?=:\\d))`,
    )
  }

  /** A text of others or of a file, with every name and address in it replaced. */
  text(text: string): string {
    const replaced = (found: string): string => this.#names.get(found.toLowerCase()) ?? found
    let made = text
    if (this.#dotted !== null) made = made.replace(this.#dotted, replaced)
    if (this.#plain !== null) made = made.replace(this.#plain, replaced)
    made = withoutAddresses(made, (address) => this.#numberOf(address))
    return this.#people(made)
  }

  /** A text that is a name as a whole, where it is one. */
  name(text: string): string {
    const known = this.#names.get(bareName(text) ?? '')
    return known === undefined || /[^\w.-]/.test(text) || text.startsWith('_') ? this.text(text) : known
  }

  /** Plain data of evidence; what stands under a key that identifies a server by itself goes too. */
  data<T>(value: T): T {
    // Only texts change, and their type is `string` before and after.
    return this.#data(value, '') as T
  }

  #data(value: unknown, key: string): unknown {
    if (typeof value === 'string') return this.#string(value, key)
    if (Array.isArray(value)) return value.map((each) => this.#data(each, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([own, each]) => [own, this.#data(each, own)]))
  }

  #string(value: string, key: string): string {
    if (key === 'der') return ''
    const kind = identifying[key]
    if (kind !== undefined) return this.#other(value, kind)
    return holdsNames(key) ? this.name(value) : this.text(value)
  }

  #people(text: string): string {
    return text
      .replace(
        /(\/(?:home|Users)\/|[A-Z]:\\Users\\)([^/\\\s"':]+)/g,
        (_, folder: string, user: string) => folder + this.#other(user, 'user'),
      )
      .replace(/\batlas-[a-z\d]{6}(?=-)/g, (set) => this.#other(set, 'atlas'))
  }

  #nameFor(name: string, kind: 'host' | 'domain'): void {
    if (this.#names.has(name)) return
    const alike = [...this.#names.values()].filter((each) => each.startsWith(kind)).length
    this.#names.set(name, `${kind}-${alike + 1}`)
  }

  #numberOf(address: string): number {
    const known = this.#addresses.get(address)
    if (known !== undefined) return known
    this.#addresses.set(address, this.#addresses.size + 1)
    return this.#addresses.size
  }

  #other(value: string, kind: string): string {
    const key = `${kind} ${value}`
    const known = this.#others.get(key)
    if (known !== undefined) return known
    const made = `${kind}-${[...this.#others.keys()].filter((each) => each.startsWith(`${kind} `)).length + 1}`
    this.#others.set(key, made)
    return made
  }
}

function oneOf(names: readonly string[], around: (names: string) => string): RegExp | null {
  if (names.length === 0) return null
  const longestFirst = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[^\w]/g, '\\$&'))
  return new RegExp(around(longestFirst.join('|')), 'gi')
}
