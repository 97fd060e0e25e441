import type { Symptom } from '@mongowhy/core'

/**
 * Literal texts, in lower case, of which one at least stands in whatever an expression matches; null where none is sure.
 * Looking for them first spares compiling and running nearly all of a thousand expressions. Understands what symptoms are
 * written in; what it does not understand is no anchor.
 */
export function anchorsOf({ source }: RegExp): readonly string[] | null {
  return choice({ source, at: 0 })
}

const known = new WeakMap<Symptom | RegExp, readonly string[] | null>()

/** Takes anchors that were found when the symptom was packed. */
export function knowAnchors(symptom: Symptom, anchors: readonly string[] | null): void {
  known.set(symptom, anchors)
}

const prepared = new Map<string, readonly string[] | null>()

/** Takes the anchors of expressions that were found when the package was built, by their sources. */
export function prepareAnchors(anchors: Readonly<Record<string, readonly string[] | null>>): void {
  for (const [source, own] of Object.entries(anchors)) prepared.set(source, own)
}

/** Whether an expression, or a symptom's, is worth running over a text, which is given in lower case. */
export function canMatch(one: Symptom | RegExp, folded: string): boolean {
  let anchors = known.get(one)
  if (anchors === undefined) {
    const expression = one instanceof RegExp ? one : one.pattern
    anchors = typeof expression === 'string' ? null : preparedOr(expression)
    known.set(one, anchors)
  }
  return anchors === null || anchors.some((anchor) => folded.includes(anchor))
}

function preparedOr(expression: RegExp): readonly string[] | null {
  const anchors = prepared.get(expression.source)
  return anchors === undefined ? anchorsOf(expression) : anchors
}

interface Cursor {
  readonly source: string
  at: number
}

/** One element of a sequence: a literal character, or what is sure of anything else. */
type Element = { readonly char: string } | { readonly anchors: readonly string[] | null }

// Shorter ones stand in every text.
const shortest = 3

/** `a|b|c`: all of its branches must have an anchor. */
function choice(cursor: Cursor): readonly string[] | null {
  const all: (readonly string[] | null)[] = []
  do all.push(sequence(cursor))
  while (taken(cursor, '|'))
  return all.some((one) => one === null) ? null : [...new Set(all.flatMap((one) => one ?? []))]
}

/** A sequence is as sure as the surest of its parts. */
function sequence(cursor: Cursor): readonly string[] | null {
  const { source } = cursor
  let best: readonly string[] | null = null
  let run = ''
  const offer = (anchors: readonly string[] | null): void => {
    if (anchors !== null && worth(anchors) > worth(best)) best = anchors
  }
  const end = (): void => {
    if (run.length >= shortest) offer([run.toLowerCase()])
    run = ''
  }
  while (cursor.at < source.length && source[cursor.at] !== '|' && source[cursor.at] !== ')') {
    plain.lastIndex = cursor.at
    const literal = plain.exec(source)?.[0]
    if (literal !== undefined) {
      cursor.at += literal.length
      run += literal
      continue
    }
    const element = next(cursor)
    const times = quantifier(cursor)
    if ('char' in element && times === 'once') {
      run += element.char
      continue
    }
    // The first of several stands beside what came before it.
    if ('char' in element && times === 'several') run += element.char
    end()
    if (!('char' in element) && times !== 'perhaps') offer(element.anchors)
  }
  end()
  return best
}

// Characters that stand for themselves, none of which a quantifier follows.
const plain = /(?:[\w :=<>'"/,;@&%#!`~-](?![*+?{]))+/y

/** The rarer the better: long literals, and few of them. */
function worth(anchors: readonly string[] | null): number {
  return anchors === null ? 0 : Math.min(...anchors.map(({ length }) => length)) - anchors.length / 100
}

function next(cursor: Cursor): Element {
  const char = cursor.source[cursor.at] ?? ''
  cursor.at += 1
  if (char === '(') return group(cursor)
  if (char === '[') return set(cursor)
  if (char === '\\') return escape(cursor)
  return '.^$'.includes(char) ? { anchors: null } : { char }
}

function group(cursor: Cursor): Element {
  const head = /^\?(?::|=|!|<=|<!|<\w+>)/.exec(cursor.source.slice(cursor.at, cursor.at + 40))?.[0] ?? ''
  cursor.at += head.length
  const anchors = choice(cursor)
  taken(cursor, ')')
  return { anchors: head.endsWith('!') ? null : anchors }
}

function set(cursor: Cursor): Element {
  const from = cursor.at
  while (cursor.at < cursor.source.length && cursor.source[cursor.at] !== ']')
    cursor.at += cursor.source[cursor.at] === '\\' ? 2 : 1
  const inside = cursor.source.slice(from, cursor.at)
  cursor.at += 1
  return inside.length === 1 && inside !== '^' ? { char: inside } : { anchors: null }
}

function escape(cursor: Cursor): Element {
  const char = cursor.source[cursor.at] ?? ''
  const long = /^(?:u[\da-f]{4}|x[\da-f]{2}|k<\w+>|c[a-z])/i.exec(
    cursor.source.slice(cursor.at, cursor.at + 40),
  )?.[0]
  cursor.at += long?.length ?? 1
  return /[a-z\d]/i.test(char) ? { anchors: null } : { char }
}

function quantifier(cursor: Cursor): 'once' | 'several' | 'perhaps' {
  const sign = cursor.source[cursor.at]
  if (sign !== '*' && sign !== '+' && sign !== '?' && sign !== '{') return 'once'
  counted.lastIndex = cursor.at
  const match = counted.exec(cursor.source)
  if (match === null) return 'once'
  cursor.at += match[0].length
  return sign === '+' || Number(match[1]) > 0 ? 'several' : 'perhaps'
}

const counted = /(?:[*+?]|\{(\d+),?\d*\})\??/y

function taken(cursor: Cursor, char: string): boolean {
  if (cursor.source[cursor.at] !== char) return false
  cursor.at += 1
  return true
}
