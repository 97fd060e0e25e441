import { phraseText, visible } from '@mongowhy/core'
import type { Endpoint, Phrase } from '@mongowhy/core'

import { painter } from './paint.ts'
import type { Paint } from './paint.ts'

/** How the terminal form is to look. `width` in columns. */
export interface TerminalStyle {
  readonly colour: boolean
  readonly width: number
  readonly verbose: boolean
  readonly quiet: boolean
}

/** The style with what follows from it. */
export interface Page {
  readonly coloured: boolean
  readonly paint: Paint
  readonly width: number
  readonly verbose: boolean
}

// Wider lines are hard to read; narrower than this, every word breaks.
const widest = 100
const narrowest = 36

export function pageOf(style: TerminalStyle): Page {
  return {
    coloured: style.colour,
    paint: painter(style.colour),
    width: Math.min(widest, Math.max(narrowest, Math.trunc(style.width) || widest)),
    verbose: style.verbose,
  }
}

/** A phrase as text for a terminal: what others sent is escaped, and cannot move the cursor or turn the text around. */
export function text(phrase: Phrase): string {
  return phraseText(phrase, (value) => visible(value))
}

/** `a, b, c and 97 more`. */
export function some(items: readonly string[], most: number): string {
  if (items.length <= most) return items.join(', ')
  return `${items.slice(0, most).join(', ')} and ${items.length - most} more`
}

export function places(endpoints: readonly Endpoint[], page: Page): string {
  return some(endpoints.map(visible), page.verbose ? endpoints.length : 3)
}
