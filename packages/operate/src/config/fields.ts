/** Something in the configuration is not what it should be; the message names the place. */
export class ConfigError extends Error {
  override readonly name: string = 'ConfigError'
}

type Fields = Readonly<Record<string, unknown>>

/** Reads one object of the configuration field by field; `place` is where it stands, `checklist.app`. */
export class FieldReader {
  readonly #fields: Fields
  readonly #place: string

  constructor(value: unknown, place: string, known: readonly string[]) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new ConfigError(`${place === '' ? 'the file' : place} must be an object`)
    }
    this.#fields = value as Fields
    this.#place = place
    const stranger = Object.keys(value).find((name) => !known.includes(name))
    if (stranger !== undefined) {
      throw new ConfigError(`${this.placeOf(stranger)} is not known; there are ${known.join(', ')}`)
    }
  }

  placeOf(name: string): string {
    return this.#place === '' ? name : `${this.#place}.${name}`
  }

  text(name: string): string | null {
    const value = this.#fields[name]
    if (value === undefined) return null
    if (typeof value === 'string' && value !== '') return value
    throw new ConfigError(`${this.placeOf(name)} must be a text that is not empty`)
  }

  texts(name: string): readonly string[] {
    const value = this.#fields[name] ?? []
    if (Array.isArray(value) && value.every((each) => typeof each === 'string' && each !== '')) return value
    throw new ConfigError(`${this.placeOf(name)} must be a list of texts`)
  }

  /** Whatever stands there, for values that are passed on as they are. */
  any(name: string): unknown {
    return this.#fields[name]
  }

  object<Value>(name: string, known: readonly string[], read: (fields: FieldReader) => Value): Value | null {
    const value = this.#fields[name]
    return value === undefined ? null : read(new FieldReader(value, this.placeOf(name), known))
  }
}
