// Lines that no longer count are taken away in one go: one by one would move the whole list each time.
const mostEmptied = 4_096

/** Keeps the first and the last lines of many, each up to half a bound of UTF-16 units: the middle gives way. */
export class Ends {
  readonly #half: number
  readonly #first: string[] = []
  #firstSize = 0
  readonly #last: string[] = []
  #lastSize = 0
  /** Where in `#last` the lines begin that still count. */
  #from = 0

  constructor(bound: number) {
    this.#half = bound / 2
  }

  add(line: string): void {
    const size = line.length + 1
    if (this.#last.length === 0 && this.#firstSize + size <= this.#half) {
      this.#first.push(line)
      this.#firstSize += size
      return
    }
    this.#last.push(line)
    this.#lastSize += size
    while (this.#lastSize > this.#half && this.#from < this.#last.length - 1) {
      this.#lastSize -= (this.#last[this.#from]?.length ?? 0) + 1
      this.#last[this.#from] = ''
      this.#from += 1
    }
    if (this.#from > mostEmptied) {
      this.#last.splice(0, this.#from)
      this.#from = 0
    }
  }

  lines(): readonly string[] {
    return [...this.#first, ...this.#last.slice(this.#from)]
  }
}
