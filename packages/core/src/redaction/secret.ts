/**
 * A value that must never leave the process. It does not serialise, print or inspect;
 * `reveal()` is called only where the value goes to the peer it was meant for.
 */
export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  reveal(): string {
    return this.#value
  }

  /** A secret that begins with words that are none. */
  withPrefix(prefix: string): Secret {
    return new Secret(prefix + this.#value)
  }

  /** The user name in a URL, decoded; null when there is none. */
  userOfUrl(): Secret | null {
    return URL.canParse(this.#value) ? decoded(new URL(this.#value).username) : null
  }

  /** The password in a URL, decoded; null when there is none. */
  passwordOfUrl(): Secret | null {
    return URL.canParse(this.#value) ? decoded(new URL(this.#value).password) : null
  }

  toString(): string {
    return '<secret>'
  }

  toJSON(): string {
    return '<secret>'
  }
}

Object.defineProperty(Secret.prototype, Symbol.for('nodejs.util.inspect.custom'), { value: () => '<secret>' })

function decoded(part: string): Secret | null {
  if (part === '') return null
  try {
    return new Secret(decodeURIComponent(part))
  } catch {
    return new Secret(part)
  }
}
