/** How a server that no package manager of this machine brings is built, once, into the cache. */
export interface Recipe {
  readonly name: string
  /** The programs that the build needs. */
  readonly needs: readonly string[]
  /** Where the result lies; versions stand in the path, so that a new one is built anew. */
  readonly result: string
  /** Builds into `folder`, which is new and empty and becomes the folder of `result`. */
  build(folder: string): Promise<void>
}
