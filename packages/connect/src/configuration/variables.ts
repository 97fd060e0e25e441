import type { CodedProblem } from '../errors/configuration-error.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Collects what is wrong, so that all of it can be told at once. */
export type Problems = CodedProblem[]

/** A variable's text; undefined where it is unset or empty, since a shell cannot tell these apart. */
export function text(env: Environment, name: string): string | undefined {
  const given: unknown = env[name]
  if (given === undefined || given === null) return undefined
  // An `env` that a caller made may hold numbers; what is neither is no setting, and will be named as one.
  const value = typeof given === 'string' ? given : typeof given === 'number' ? `${given}` : 'no text'
  return value.trim() === '' ? undefined : value
}

/** A whole number of a variable, from `least` on. */
export function wholeNumber(
  env: Environment,
  name: string,
  { least, unit, such }: { readonly least: number; readonly unit: string; readonly such: number },
  problems: Problems,
): number | undefined {
  const value = text(env, name)?.trim()
  if (value === undefined) return undefined
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  if (number >= least) return number
  problems.push({
    code: 'uri-option-value',
    variable: name,
    expected: `a whole number of ${unit}, ${least} or more`,
    how: `Set it like ${name}=${such}, or unset it for the default.`,
  })
  return undefined
}
