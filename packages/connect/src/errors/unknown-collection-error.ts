// A key of a request may have come here; what is longer is no name that somebody mistyped.
const longestShown = 120

/** A collection was asked for that nobody defined. */
export class UnknownCollectionError extends Error {
  override readonly name: string = 'UnknownCollectionError'
  readonly collection: string
  /** The accessors that there are. */
  readonly known: readonly string[]
  /** The one that was probably meant. */
  readonly nearest: string | null

  constructor(collection: string, known: readonly string[], nearest: string | null) {
    const meant = nearest === null ? '' : ` Did you mean ${nearest}?`
    const list = known.length === 0 ? 'none is defined' : `there are ${known.join(', ')}`
    super(
      `There is no collection accessor ${JSON.stringify(collection.slice(0, longestShown))}: ${list}.${meant} Accessors are defined in defineCollections().`,
    )
    this.collection = collection
    this.known = known
    this.nearest = nearest
  }
}
