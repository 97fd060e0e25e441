import { Ends } from './ends.ts'
import { shapeOf } from './records.ts'

/** Texts up to this length are taken whole; of longer ones, the lines that tell of trouble. UTF-16 units. */
export const wholeUpTo: number = 256 * 1024

// A line is cut here: an error is told in less, and a file without line breaks must not fill the memory.
const longestLine = 16_384

// Lines that belong to the one that told of trouble.
const linesBefore = 3
const linesAfter = 40

// Each shape of trouble is kept this often; more of the same tells nothing new.
const mostAlike = 3

const trouble =
  /mongo(?!d?[\w./-]{0,30}(?:started|listening))[^\n]{0,200}(?:error|fail|exception|refused|timed? ?out|closed|denied|invalid|unable|not authori|unauthori)|(?:error|fail|exception|fatal|panic|traceback|caused by)[^\n]{0,200}mongo|\b(?:ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|querySrv|ServerSelection|PyMongo|com\.mongodb|MongoDB\.Driver|SSL routines|CERTIFICATE_VERIFY|PKIX path|x509:|tls:|getaddrinfo|authentication failed|bad auth|not authorized|No servers? |exit(?:ed)? (?:with )?code|Illegal instruction)|:27017\b|"s":"[EF]"/i

const follows =
  /^(?:\s|at |Caused by|\.{3} |[}\])]|\[cause\]|Traceback|During handling|The above|File |\w+(?:Error|Exception)\b|reason:|cause:)/

/** Takes a text of any length piece by piece, and keeps of it what `explain` needs, within a fixed bound. */
export class Sieve {
  #whole: string | null = ''
  #rest = ''
  // The last trouble matters as much as the first.
  readonly #kept = new Ends(wholeUpTo)
  #before: string[] = []
  #after = 0
  readonly #seen = new Map<string, number>()
  /** All units that were taken in. */
  length = 0

  push(piece: string): void {
    this.length += piece.length
    if (this.#whole !== null) {
      this.#whole += piece
      if (this.#whole.length <= wholeUpTo) return
      const all = this.#whole
      this.#whole = null
      this.#lines(all)
      return
    }
    this.#lines(piece)
  }

  /** What was kept; to be called once, at the end. */
  text(): string {
    if (this.#whole !== null) return this.#whole
    if (this.#rest !== '') this.#line(this.#rest)
    return this.#kept.lines().join('\n')
  }

  #lines(piece: string): void {
    const text = this.#rest + piece
    const end = text.lastIndexOf('\n')
    if (end === -1) {
      this.#rest = text
      if (text.length > 2 * longestLine) this.#rest = this.#cut(text)
      return
    }
    this.#rest = text.slice(end + 1)
    this.#block(text.slice(0, end))
  }

  /** A line that does not end is read in parts; what is left over belongs to the next. */
  #cut(line: string): string {
    let from = 0
    for (; line.length - from > longestLine; from += longestLine)
      this.#line(line.slice(from, from + longestLine))
    return line.slice(from)
  }

  /** Most of a log is quiet: whole blocks without trouble are passed over at once. */
  #block(block: string): void {
    let from = 0
    while (from < block.length) {
      const to = lineEnd(block, Math.min(block.length, from + 8_192))
      const part = block.slice(from, to)
      if (this.#after > 0 || trouble.test(part)) {
        for (const line of part.split('\n')) this.#line(line)
      } else {
        this.#before = part.slice(-2_048).split('\n').slice(-linesBefore)
      }
      from = to + 1
    }
  }

  #line(line: string): void {
    const cut = line.length > longestLine ? this.#cut(line) : line
    if (trouble.test(cut)) {
      const shape = shapeOf(cut.slice(0, 400))
      const times = (this.#seen.get(shape) ?? 0) + 1
      if (this.#seen.size < 5_000) this.#seen.set(shape, times)
      if (times > mostAlike) {
        this.#after = 0
        this.#before = []
        return
      }
      for (const earlier of this.#before) this.#kept.add(earlier)
      this.#before = []
      this.#kept.add(cut)
      this.#after = linesAfter
    } else if (this.#after > 0 && follows.test(cut)) {
      this.#kept.add(cut)
      this.#after -= 1
    } else {
      this.#after = 0
      this.#before.push(cut.slice(0, 1_000))
      if (this.#before.length > linesBefore) this.#before.shift()
    }
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}
