import { endpointParts } from '@mongowhy/core'
import type { CauseCode, NamedCause, Verdict } from '@mongowhy/core'
import { causes } from '@mongowhy/causes'

import { hostOf } from './place.ts'

/** What a verdict says of each member, and of all together. */
export interface Outline {
  readonly outcome: Verdict['outcome']
  readonly named: readonly NamedCause[]
  readonly codes: readonly CauseCode[]
}

export function outlineOf(verdict: Verdict): Outline {
  const named = [
    ...(verdict.primary === null ? [] : [verdict.primary]),
    ...verdict.others,
    ...verdict.advisories,
  ]
  return {
    outcome: verdict.outcome,
    named,
    codes: [...named.map(({ code }) => code), ...verdict.consequences.map(({ code }) => code)],
  }
}

const relatives = new Map<CauseCode, Set<CauseCode>>()
for (const { code, refines, explains } of causes) {
  for (const other of [...refines, ...explains]) {
    relatives.set(code, (relatives.get(code) ?? new Set()).add(other))
    relatives.set(other, (relatives.get(other) ?? new Set()).add(code))
  }
}

/** One name takes the other's place where more is known: of a member that is looked at beside others, more is. */
export function isKin(code: CauseCode, others: readonly CauseCode[]): boolean {
  return others.some(
    (other) =>
      other === code ||
      relatives.get(other)?.has(code) === true ||
      (namesakes.includes(code) && namesakes.includes(other)),
  )
}

/**
 * Where a verdict on several members falls short of the verdicts on each alone: a member whose fault it does not name, or a
 * name that none of them had. Empty: it names all, each where it is, and never another.
 */
export function shortcomings(together: Outline, alone: readonly Outline[]): readonly string[] {
  const at = (cause: NamedCause): readonly number[] =>
    cause.endpoints.length === 0
      ? alone.map((_, index) => index)
      : cause.endpoints.flatMap((endpoint) => memberOf(endpoint))
  const unnamed = alone.flatMap((outline, index) => {
    const named = together.named.some(
      (cause) => at(cause).includes(index) && isKin(cause.code, outline.codes),
    )
    return named ? [] : [`${hostOf(index)} is not named (${outline.codes.join(', ')})`]
  })
  const strangers = together.named.flatMap((cause) =>
    at(cause).flatMap((index) =>
      isKin(cause.code, alone[index]?.codes ?? [])
        ? []
        : [`${cause.code} is named at ${hostOf(index)} (${alone[index]?.codes.join(', ') ?? ''})`],
    ),
  )
  return [
    ...unnamed,
    ...strangers,
    ...(together.outcome === 'explained' ? [] : [`it is ${together.outcome}`]),
  ]
}

/** Two names for one sight: which of them is given depends on which of two questions was answered in time. */
const namesakes: readonly CauseCode[] = ['tls-not-mongodb', 'wire-not-mongodb']

function memberOf(endpoint: string): readonly number[] {
  const { host } = endpointParts(endpoint)
  const index = 'abcdefgh'.indexOf(host.charAt(0))
  return hostOf(index) === host ? [index] : []
}
