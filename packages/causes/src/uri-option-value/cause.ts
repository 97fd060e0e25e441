import { defineCause, says } from '@mongowhy/core'
import type { Cause, Phrase } from '@mongowhy/core'

import { characterOf, overUriFaults, shown } from '../kit/uri.ts'
import type { FaultOf } from '../kit/uri.ts'

type Problem = Pick<FaultOf<'option-value'>, 'name' | 'problem' | 'needs' | 'takenAs' | 'swallows'>

interface Facts {
  readonly options: readonly (Problem & { readonly character: number })[]
  /** The Node driver takes each of them, if not as it was meant. */
  readonly taken: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-option-value',
  title: 'An option has a value that it cannot have',
  scope: 'target',
  infer: (evidence) =>
    overUriFaults(
      evidence,
      ['option-value'],
      says`every option of the string has a value that it can have`,
      (faults, look) => {
        const [first] = faults
        const taken = faults.every(({ takenAs, problem }) => takenAs !== undefined || problem === 'separator')
        const options = faults.slice(0, 8).map((fault) => ({ ...bare(fault), character: characterOf(fault) }))
        const what = says`the option ${first.name} at character ${characterOf(first)} ${wrong(first)}`
        return shown(look, { options, taken }, what, { bearing: taken ? 'advisory' : 'fault' })
      },
    ),
  advise: ({ options, taken }) => ({
    title: taken
      ? says`The driver reads another value than was meant: ${options.map(({ name }) => name).join(', ')}`
      : says`The connection string gives an option a value that it cannot have: ${options.map(({ name }) => name).join(', ')}`,
    explanation: options.every(({ problem }) => problem === 'separator')
      ? says`A ; separated options in the first drivers. Today only & does, so what stands after the ; belongs to the value before it: that value is not the one that was meant, and the option after it is not set at all. No driver says a word about it.`
      : taken
        ? says`The Node driver takes the digits at the beginning and drops the rest without a word; other drivers refuse the value, or ignore it and keep their default.`
        : says`The official Node driver refuses the whole string for one such value, and tries no host. Drivers that follow the specification ignore the option with a warning and keep their default, so the same string may seem to work in another language.`,
    steps: options.map(step),
  }),
})

function bare({ name, problem, needs, takenAs, swallows }: FaultOf<'option-value'>): Problem {
  return {
    name,
    problem,
    ...(needs === undefined ? {} : { needs }),
    ...(takenAs === undefined ? {} : { takenAs }),
    ...(swallows === undefined ? {} : { swallows }),
  }
}

function wrong({ problem, needs, takenAs, swallows }: Problem): string {
  switch (problem) {
    case 'empty':
      return 'has no value'
    case 'type':
      return takenAs === undefined
        ? 'has a value of another kind'
        : `is no whole number: it is read as ${takenAs}`
    case 'duplicate':
      return 'stands there more than once'
    case 'range':
      return 'has a value outside of those that it can have'
    case 'alone':
      return `stands without ${needs ?? 'another'}, which it needs`
    case 'separator':
      return `has ${swallows ?? 'another option'} in its value, after a ;`
  }
}

function step({ name, problem, needs, takenAs, swallows, character }: Facts['options'][number]): Phrase {
  if (swallows !== undefined)
    return says`Write & for the ; before ${swallows}, in the value of ${name} (character ${character}).`
  switch (problem) {
    case 'empty':
      return says`Give ${name} (character ${character}) a value, or take it away. Often a variable in a template was empty.`
    case 'type':
      return takenAs === undefined
        ? says`Look up what ${name} takes (character ${character}): true or false are written so, not 1 or yes; numbers without a unit; objects cannot stand in a string at all.`
        : says`Write ${name} as a whole number without a unit. Options that end in MS count milliseconds: 5 s is 5000.`
    case 'duplicate':
      return says`Keep one ${name}, and take the others away.`
    case 'range':
      return says`Look up the values that ${name} can have (character ${character}), spelt and in the case that is given there; times and counts are not negative.`
    case 'alone':
      return says`Add ${needs ?? ''}, or take ${name} away: one means nothing without the other.`
    case 'separator':
      return says`Write & for every ; in the value of ${name} (character ${character}).`
  }
}
