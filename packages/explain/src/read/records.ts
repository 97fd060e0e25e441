import { withoutControls } from '../clean/controls.ts'
import { withoutPrefix } from '../clean/prefixes.ts'
import { plainPunctuation } from '../clean/punctuation.ts'
import { withoutSettings } from '../clean/settings.ts'
import { recognised } from '../clean/recognised.ts'
import { unstructured } from '../clean/structured.ts'

/** One entry of a log, or all of a text that is none: what one program said at one moment. */
export interface LogRecord {
  readonly text: string
  /** How many entries differ from this one only in numbers. */
  readonly count: number
  /** Position among the records, for "later". */
  readonly order: number
}

// How entries begin: a time, a level, `key=value`, or a JSON document.
const head =
  /^(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ,]|\[?\d\d[-/]\w{2,3}[-/]\d{4}|\[?\d\d:\d\d:\d\d|\[?(?:ERROR|WARN(?:ING)?|INFO|DEBUG|FATAL|TRACE|CRITICAL|error|warn|info|debug|fatal)\b[\]: |]|(?:time|ts|level|lvl|timestamp)=|\{"[\w$@.]{1,30}":|[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d |[IWEF]\d{4} \d\d:)/

// Fewer entries than this may be one error that happens to have two lines with a time.
const aLog = 4

// More different entries are not looked at: the first and the last ones tell.
const mostRecords = 240

/** The entries of a text, alike ones once. A text that is no log is one entry. */
export function recordsOf(raw: string): readonly LogRecord[] {
  const lines = recognised(plainPunctuation(withoutControls(raw)))
    .split('\n')
    .map(withoutPrefix)
  const heads = lines.filter((line) => head.test(line)).length
  if (heads < aLog) return [{ text: read(lines), count: 1, order: 0 }]
  const groups: string[][] = []
  for (const line of lines) {
    if (head.test(line) || groups.length === 0) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return alikeOnce(groups.map(read))
}

const read = (lines: readonly string[]): string =>
  lines
    .map((line) => withoutSettings(unstructured(line)).trimEnd())
    .join('\n')
    .trim()

function alikeOnce(texts: readonly string[]): readonly LogRecord[] {
  const seen = new Map<string, { text: string; count: number; order: number }>()
  texts.forEach((text, order) => {
    if (text === '') return
    const key = shapeOf(text)
    const known = seen.get(key)
    if (known === undefined) seen.set(key, { text, count: 1, order })
    else {
      known.count += 1
      known.order = order
    }
  })
  const all = [...seen.values()]
  if (all.length <= mostRecords) return all
  return [...all.slice(0, mostRecords / 2), ...all.slice(-mostRecords / 2)]
}

/** An entry without what changes from one to the next: times, ports, identifiers. */
export function shapeOf(text: string): string {
  return text.slice(0, 4_000).replace(/\b(?=[0-9a-f-]*\d)[0-9a-f-]{2,}\b|\d+/gi, '#')
}
