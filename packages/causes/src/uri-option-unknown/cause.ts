import { defineCause, says } from '@mongowhy/core'
import type { Cause, Phrase } from '@mongowhy/core'

import { characterOf, overUriFaults, shown } from '../kit/uri.ts'
import type { FaultOf } from '../kit/uri.ts'

interface Facts {
  readonly options: readonly {
    readonly name: string
    readonly meant: string | null
    readonly removedIn: string | null
    readonly knownTo: readonly string[]
    readonly character: number
  }[]
}

function factsOf(faults: readonly FaultOf<'option-unknown'>[]): Facts {
  return {
    options: faults.slice(0, 8).map((fault) => ({
      name: fault.name,
      meant: fault.meant,
      removedIn: fault.removedIn,
      knownTo: fault.knownTo ?? [],
      character: characterOf(fault),
    })),
  }
}

function step({ name, meant, removedIn, knownTo }: Facts['options'][number]): Phrase {
  if (knownTo.length > 0) {
    return says`Take ${name} away where the Node driver connects; only these know it: ${knownTo.join(', ')}.`
  }
  if (removedIn !== null) {
    return meant === null
      ? says`Take ${name} away: the Node driver has none since version ${removedIn}.`
      : says`Write ${meant} for ${name}: the Node driver has only that one since version ${removedIn}.`
  }
  return meant === null ? says`Take ${name} away, or look up its name.` : says`Write ${meant} for ${name}.`
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-option-unknown',
  title: 'An option is unknown or was removed',
  scope: 'target',
  infer: (evidence) =>
    overUriFaults(
      evidence,
      ['option-unknown'],
      says`the drivers know every option of the string`,
      (faults, look) => {
        const [first] = faults
        return shown(
          look,
          factsOf(faults),
          says`the option ${first.name} at character ${characterOf(first)} is not known`,
        )
      },
    ),
  advise: ({ options }) => ({
    title: says`The connection string has an option that the driver does not know: ${options.map(({ name }) => name).join(', ')}`,
    explanation: says`The official Node driver refuses the whole string for one option that it does not know, and tries no host. Drivers that follow the specification only warn, or ignore it, so the same string may work in another language.`,
    steps: options.map(step),
  }),
})
