import type { Phrase } from '@mongowhy/core'

import type { Ladder } from '../pictures/ladder.ts'
import type { Timings } from '../pictures/timings.ts'
import type { Topology } from '../pictures/topology.ts'

export type Tone = 'good' | 'bad' | 'warning' | 'plain'

/** What a section is made of, whatever it is rendered to. Values inside phrases are others' and must be escaped. */
export type Block =
  | { readonly is: 'paragraph'; readonly text: Phrase }
  | { readonly is: 'points'; readonly items: readonly Phrase[] }
  | { readonly is: 'steps'; readonly items: readonly Phrase[] }
  | { readonly is: 'facts'; readonly rows: readonly Fact[] }
  | {
      readonly is: 'table'
      /** A column called `look` holds ids of looks. */
      readonly columns: readonly string[]
      readonly rows: readonly { readonly tone: Tone; readonly cells: readonly Phrase[] }[]
    }
  /** A command to be copied. */
  | { readonly is: 'command'; readonly text: string }
  /** The words of a program or a person, exactly as they came. */
  | { readonly is: 'quotation'; readonly text: string }
  | { readonly is: 'notice'; readonly tone: Tone; readonly title: Phrase; readonly text: readonly Phrase[] }
  | { readonly is: 'heading'; readonly text: Phrase }
  | { readonly is: 'ladder'; readonly ladder: Ladder }
  | { readonly is: 'topology'; readonly topology: Topology }
  | { readonly is: 'timings'; readonly timings: Timings }
  /** What a hurried reader skips: folded where that can be done. */
  | {
      readonly is: 'more'
      readonly title: string
      readonly blocks: readonly Block[]
      /** What stands for it where nothing can be folded. */
      readonly brief?: readonly Block[]
    }

export interface Fact {
  readonly name: string
  readonly value: Phrase
}

export interface Section {
  /** For links within the document. */
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export function paragraph(text: Phrase): Block {
  return { is: 'paragraph', text }
}

/** A list, or nothing at all where there is nothing to list. */
export function points(items: readonly Phrase[]): readonly Block[] {
  return items.length === 0 ? [] : [{ is: 'points', items }]
}

export function steps(items: readonly Phrase[]): readonly Block[] {
  return items.length === 0 ? [] : [{ is: 'steps', items }]
}
