import type { CauseCode } from '@mongowhy/core'

/** One thing that is wrong with the configuration. */
export interface ConfigurationProblem {
  /** The variable or option that holds it: `MONGODB_URI`, `driver.tlsInsecure`. */
  readonly variable: string
  readonly expected: string
  /** How to set it right. */
  readonly how: string
}

/** A problem with the code of the registry that it falls under. */
export interface CodedProblem extends ConfigurationProblem {
  readonly code: CauseCode
}

/**
 * The configuration cannot be used; thrown before any socket opens. All problems are in `errors`; the first one stands
 * in the error's own properties. Holds no secret.
 */
export class ConfigurationError extends Error {
  override readonly name: string = 'ConfigurationError'
  /** Of the registry: `mongowhy causes CODE` tells more. */
  readonly code: CauseCode
  readonly variable: string
  readonly expected: string
  readonly how: string
  readonly errors: readonly ConfigurationProblem[]

  constructor(problems: readonly [CodedProblem, ...CodedProblem[]]) {
    super(
      problems.map(({ variable, expected, how }) => `${variable}: expected ${expected}. ${how}`).join('\n'),
    )
    const [first] = problems
    this.code = first.code
    this.variable = first.variable
    this.expected = first.expected
    this.how = first.how
    this.errors = problems.map(({ variable, expected, how }) => ({ variable, expected, how }))
  }
}
