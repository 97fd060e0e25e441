import type { Evidence } from '../evidence.ts'
import { withoutAddresses } from './addresses.ts'
import { holdsLabels, labelPattern, labelsIn } from './labels.ts'
import type { LabelKind } from './labels.ts'
import { bareName, holdsNames, mentioned, namesIn, parentsOf } from './names.ts'

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
  readonly #labels = new Map<string, { readonly kind: LabelKind; readonly word: boolean }>()
  #labelled: RegExp | null = null

  /** Takes note of the names in evidence; texts are searched for them afterwards. */
  learn(evidence: Evidence): void {
    const names = namesIn(evidence)
    const domains = new Set(names.flatMap(parentsOf))
    for (const name of [...names, ...domains]) this.#nameFor(name, domains.has(name) ? 'domain' : 'host')
    for (const [name, label] of labelsIn(evidence)) this.#labels.set(name, label)
    this.#prepare()
  }

  /** Takes note of the hosts that texts of people mention, who may know more of them than the evidence. */
  learnTexts(texts: readonly string[]): void {
    for (const name of texts.flatMap(mentioned).flatMap((each) => bareName(each) ?? []))
      this.#nameFor(name, 'host')
    this.#prepare()
  }

  #prepare(): void {
    this.#dotted = oneOf(
      [...this.#names.keys()].filter((name) => name.includes('.')),
      (names) => `(?<![\\w-])(?:${names})(?![\\w-]|\\.\\w)`,
    )
    this.#labelled = labelPattern(this.#labels)
    // A name without a dot may be any word; only beside a port, a scheme or a resolver's error is it surely a host's.
    this.#plain = oneOf(
      [...this.#names.keys()].filter((name) => !name.includes('.')),
      (names) =>
        `(?<![\\w.-])(?:(?<=//|@|,|ENOTFOUND |EAI_AGAIN |ENODATA )(?:${names})(?![\\w.-])|(?:${names})(?=:\\d))`,
    )
  }

  /** A text of others or of a file, with every name and address in it replaced. */
  text(text: string): string {
    return this.#withoutLabels(this.#hosts(text))
  }

  #withoutLabels(text: string): string {
    return this.#labelled === null ? text : text.replace(this.#labelled, (found) => this.#labelFor(found))
  }

  #labelFor(found: string): string {
    const lower = found.toLowerCase()
    const [name, label] = [...this.#labels].find(([each]) => each.toLowerCase() === lower) ?? []
    return name === undefined || label === undefined ? found : this.#other(name, label.kind)
  }

  #hosts(text: string): string {
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
    // An option's value stands beside its name.
    const option = 'name' in value && typeof value.name === 'string' ? value.name : null
    return Object.fromEntries(
      Object.entries(value).map(([own, each]) => [
        own,
        this.#data(each, own === 'value' ? (option ?? own) : own),
      ]),
    )
  }

  #string(value: string, key: string): string {
    if (key === 'der') return ''
    const kind = identifying[key]
    if (kind !== undefined) return this.#other(value, kind)
    if (this.#labels.has(value) && holdsLabels(key)) return this.#labelFor(value)
    if (holdsNames(key)) return this.name(value)
    return holdsLabels(key) ? this.text(value) : this.#hosts(value)
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
