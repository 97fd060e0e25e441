/** A write was asked for while a read-only fallback is in use. Nothing was sent. */
export class ReadOnlyFallbackError extends Error {
  override readonly name: string = 'ReadOnlyFallbackError'
  readonly operation: string

  constructor(operation: string) {
    super(
      `${operation} was refused: a read-only fallback is in use, since the first server cannot be reached. Nothing was sent. Try again once it is back; mongo.status() tells.`,
    )
    this.operation = operation
  }
}
