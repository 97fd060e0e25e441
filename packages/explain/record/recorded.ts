/** How one version of a driver is set up in the cache, and run. */
export interface Recorded {
  /** `node-7.9.0`: the folder of its fixtures. */
  readonly name: string
  /** What `npm run record -- WORD` calls it. */
  readonly group: string
  /** Commands of a shell that set it up in an empty folder; `PROGRAMS` stands for the folder of the programs. */
  readonly install: string
  /** The command that connects, run in that folder. `RECORD_URI`, `RECORD_DATABASE` come from the environment. */
  readonly run: readonly string[]
  /** What must be on the machine; named where it is missing. */
  readonly tools: readonly string[]
  /** How TLS files are given: in the connection string, or as a Java trust store. */
  readonly files?: 'uri' | 'truststore'
}
