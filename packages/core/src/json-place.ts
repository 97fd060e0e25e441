type Expecting = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end'

const token =
  // oxlint-disable-next-line no-control-regex
  /[ \t\n\r]*(?:("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([[{\]},:]))/y

/**
 * Where a text stops being JSON, counted in UTF-16 units; null where it does not. `JSON.parse` does not always say, and
 * where it does it quotes the text, which may be secret. Linear, and without recursion.
 */
export function jsonMistake(text: string): number | null {
  const open: ('[' | '{')[] = []
  let expecting: Expecting | 'nothing' = 'value'
  let at = 0
  const ended = (): Expecting | 'nothing' => (open.length === 0 ? 'nothing' : 'comma or end')
  for (;;) {
    token.lastIndex = at
    const match = token.exec(text)
    const start = blankEnd(text, at)
    if (match === null) return expecting === 'nothing' && start === text.length ? null : start
    const [, string, literal, sign] = match
    at = token.lastIndex
    const takesValue = expecting === 'value' || expecting === 'value or end'
    const inside = open.at(-1)
    if (string !== undefined && (expecting === 'key' || expecting === 'key or end')) expecting = 'colon'
    else if ((string !== undefined || literal !== undefined) && takesValue) expecting = ended()
    else if ((sign === '[' || sign === '{') && takesValue) {
      open.push(sign)
      expecting = sign === '[' ? 'value or end' : 'key or end'
    } else if (sign === ':' && expecting === 'colon') expecting = 'value'
    else if (sign === ',' && expecting === 'comma or end') expecting = inside === '{' ? 'key' : 'value'
    else if (
      (sign === ']' && inside === '[' && (expecting === 'value or end' || expecting === 'comma or end')) ||
      (sign === '}' && inside === '{' && (expecting === 'key or end' || expecting === 'comma or end'))
    ) {
      open.pop()
      expecting = ended()
    } else return start
  }
}

function blankEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\n\r'.includes(text[at] ?? '')) at += 1
  return at
}

/** `: line 2, column 14`, or nothing where the text is JSON after all. */
export function jsonMistakeText(text: string): string {
  const at = jsonMistake(text)
  if (at === null) return ''
  // What was cut off, on a full disk say, makes no mistake before it ends.
  if (
    text.trim() !== '' &&
    (at === text.length || /^(?:"(?:[^"\\\n]|\\.)*\\?|-?\d[\d.eE+-]*|[a-z]{1,4})$/.test(text.slice(at)))
  )
    return `: it breaks off at its end, line ${text.split('\n').length}; the file is not whole`
  const before = text.slice(0, at).split('\n')
  return `: line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}
