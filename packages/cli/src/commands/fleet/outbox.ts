/**
 * Collects what is to be said to another thread, and says it at once when this turn of the loop is over: each message by
 * itself wakes the other, which costs more than reading it.
 */
export class Outbox<Message> {
  readonly #post: (messages: readonly Message[]) => void
  #waiting: Message[] = []

  constructor(post: (messages: readonly Message[]) => void) {
    this.#post = post
  }

  say(message: Message): void {
    if (this.#waiting.push(message) === 1) setImmediate(() => this.#flush())
  }

  #flush(): void {
    const messages = this.#waiting
    this.#waiting = []
    this.#post(messages)
  }
}
