/** Where user information ends, and where what follows its sign begins; counted from behind the scheme. */
export interface Cut {
  readonly at: number
  readonly after: number
}

/** How a URL begins: by which scheme, and in which writing. */
export interface Beginning {
  /** `mongodb` or `mongodb+srv`: such strings hold signs that no URL may. */
  readonly mongo: boolean
  /** The whole is percent-encoded, a part of another URL say. */
  readonly encoded: boolean
  /** `mongodb:` without its slashes. */
  readonly loose: boolean
  /** `http`, `https`: nobody writes a bare slash into a password there, and many an `@` into a path. */
  readonly web: boolean
}

// `<password>`, as we and people write it, is a part of the string.
const stops = /[\s"'`>]|<(?![^\s<>@"'`]{1,64}>[@:])/g
const signs = /@|&#(?:64|x40);|&commat;|\\u0040/gi
const encodedSigns = /@|%(?:25){0,3}40/gi

/** The user information at the beginning of a text; null where there is none. At most `most` characters are searched. */
export function userinfoIn(
  text: string,
  from: number,
  how: Beginning,
  most: number,
): { cut: Cut | null; end: number } {
  const window = text.slice(from, from + most)
  const run = window.slice(0, runLength(window, how))
  const end = from + run.length
  const last = [...run.matchAll(how.encoded ? encodedSigns : signs)].at(-1)
  const cut = last === undefined ? null : { at: last.index, after: last.index + last[0].length }
  // `ada:x@ y@h`: nothing stands behind the sign, so the host is still to come.
  const openEnded = cut !== null && cut.after === run.length && /^[ \t]/.test(text.slice(end, end + 1))
  const goesOn = how.mongo && !how.loose && (cut === null || openEnded)
  return { cut: (goesOn ? beyond(run, text.slice(end, end + 1_024)) : null) ?? cut, end }
}

/** How far a URL goes. In an encoded one an `&` is encoded too: a bare one ends it. */
function runLength(text: string, { encoded, web }: Beginning): number {
  const length = firstStop(text)
  if (!encoded && !web) return length
  const sign = text.slice(0, length).search(encoded ? /&/ : /[/?#]/)
  return sign === -1 ? length : sign
}

function firstStop(text: string): number {
  for (const { 0: sign, index } of text.matchAll(stops))
    if (sign !== '>' || !/<[^\s<>@"'`]{1,64}$/.test(text.slice(Math.max(0, index - 66), index))) return index
  return text.length
}

const hostList =
  /^(?:[\w.-]*|\[[\da-f:.%]*\]|%2f[\w.%-]*\.sock)(?::\d*)?(?:,(?:[\w.-]*|\[[\da-f:.%]*\]|%2f[\w.%-]*\.sock)(?::\d*)?)*[/?\\.,;)\]]*(?:[/?].*)?$/i

/** A string that a mail or YAML folded: the rest stands on the next lines, up to the `@`. */
const folded = /^\\?\r?\n[ \t>|]{0,40}(?:[^\s@]{1,256}\\?\r?\n[ \t>|]{0,40})?[^\s@]{0,256}(?=@[\w[])/

/** A connection string that breaks off before an `@`, with something before that no host list has: credentials. */
function beyond(run: string, rest: string): Cut | null {
  if (run === '' || /^(?:…|\.{3})/.test(run)) return null
  const more = folded.exec(rest)?.[0]
  if (more !== undefined && /:(?!\d+$)/.test(run)) return signAt(run.length + more.length)
  if (hostList.test(run)) return null
  const sign = (rest.slice(0, 512).split('\n', 1)[0] ?? '').search(/@[\w[]/)
  return sign === -1 ? { at: run.length, after: run.length } : signAt(run.length + sign)
}

function signAt(at: number): Cut {
  return { at, after: at + 1 }
}
