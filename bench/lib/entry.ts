/** One bench: what it measures, and its tables as Markdown. */
export interface Bench {
  readonly name: string
  readonly title: string
  /** Not run unless named: it takes long, or needs peers that are slow to set up. */
  readonly onRequest?: boolean
  run(progress: (what: string) => void): Promise<string>
}
