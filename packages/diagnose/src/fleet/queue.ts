/** Something that waits for its turn at some hosts. */
interface Waiting {
  readonly hosts: readonly string[]
}

// Reading on past so many that must wait would cost time and find few that need not.
const mostAside = 1_000

/**
 * Hands out what waits, in order, as long as each of its hosts has a place left. What finds no place is set aside until
 * one of that host is given back, so that nothing is looked at twice in vain, however many wait for one host.
 */
export class HostQueue<Item extends Waiting> {
  readonly #placesOf: (host: string) => number
  readonly #source: Iterator<Item>
  readonly #taken = new Map<string, number>()
  readonly #aside = new Map<string, Item[]>()
  readonly #again: Item[] = []
  #count = 0

  constructor(items: Iterable<Item>, placesOf: (host: string) => number) {
    this.#source = items[Symbol.iterator]()
    this.#placesOf = placesOf
  }

  /** The next that may begin; its places are taken. Undefined: none may now, or none is left. */
  take(): Item | undefined {
    for (let item = this.#following(); item !== undefined; item = this.#following()) {
      const full = item.hosts.find((host) => (this.#taken.get(host) ?? 0) >= this.#placesOf(host))
      if (full === undefined) {
        for (const host of item.hosts) this.#taken.set(host, (this.#taken.get(host) ?? 0) + 1)
        return item
      }
      this.#count += 1
      const aside = this.#aside.get(full)
      if (aside === undefined) this.#aside.set(full, [item])
      else aside.push(item)
    }
    return undefined
  }

  /** Gives the places of one back that was taken. */
  release({ hosts }: Item): void {
    for (const host of hosts) {
      const left = (this.#taken.get(host) ?? 1) - 1
      if (left === 0) this.#taken.delete(host)
      else this.#taken.set(host, left)
      const aside = this.#aside.get(host)
      const next = aside?.shift()
      if (next !== undefined) {
        this.#count -= 1
        this.#again.push(next)
      }
      if (aside?.length === 0) this.#aside.delete(host)
    }
  }

  #following(): Item | undefined {
    const again = this.#again.shift()
    if (again !== undefined) return again
    if (this.#count >= mostAside) return undefined
    const { done, value } = this.#source.next()
    return done === true ? undefined : value
  }
}
