import { hidden } from '../connection-string/limits.ts'
import { decodeLeniently } from '../connection-string/percent.ts'
import type { Found } from './found.ts'

const base64Run = /(?<![\w+/=-])[\w+/-]{6,16384}={0,2}(?![\w+/=-])/g
const hexRun = /(?<![0-9a-z])(?:[0-9a-f]{2}){3,8192}(?![0-9a-z])/gi
/** What holds escapes of URLs, in part or altogether. */
const percentRun = /[^\s"'`<>%]{0,512}(?:%[0-9a-f]{2}[^\s"'`<>%]{0,512}){1,1024}/gi
const mostTimesEncoded = 4
/** Lines of `xxd`, `hexdump -C`, `tcpdump -X`: where, bytes, and the same as text. */
const dump =
  /(?:^[ \t]{0,8}(?:0x)?[0-9a-f]{2,8}[:|]?[ \t]{1,3}(?:[0-9a-f]{2,4}[ \t]{1,3}){2,17}[^\n]{0,64}(?:\n|$)){1,256}/gim
const dumpLine = /^[ \t]*(?:0x)?[0-9a-f]{2,8}[:|]?[ \t]{1,3}((?:[0-9a-f]{2,4}[ \t]{1,3}){2,17})/i

// What logs in by PLAIN, and by SCRAM: `identity NUL user NUL password`, `c=biws,r=…,p=…`.
// oxlint-disable-next-line no-control-regex
const payload = /^[^\u0000]{0,128}\u0000[^\u0000]{1,256}\u0000[^\u0000]{1,1024}$|(?:^|,)p=[A-Za-z0-9+/]{20}/

/**
 * The text without runs of Base64, hexadecimal, escapes of URLs or dumps of bytes in which a secret stands: those that
 * decode to a text which `holds` says has one.
 */
export function withoutEncoded(text: string, holds: (decoded: string) => boolean, found?: Found): string {
  const telling = (decoded: string | null): boolean =>
    decoded !== null && (payload.test(decoded) || holds(decoded.replaceAll('\0', '')))
  const hide = (run: string, tells: boolean): string => {
    if (!tells) return run
    found?.(run)
    return hidden
  }
  const dumpless = text.replace(dump, (lines) =>
    telling(dumped(lines)) ? `${hidden}${lines.endsWith('\n') ? '\n' : ''}` : lines,
  )
  return dumpless
    .replace(percentRun, (run, at: number) =>
      // Before `<password>` stands a user, and the rest was taken out already.
      dumpless[at + run.length] === '<' ? run : hide(run, decodings(run).some(telling)),
    )
    .replace(base64Run, (run) => hide(run, telling(fromBase64(run))))
    .replace(hexRun, (run) => hide(run, telling(fromHex(run))))
}

/** What a text of escapes means, and what that means if it has escapes again. */
function decodings(run: string): readonly string[] {
  const made: string[] = []
  for (let last = run; made.length < mostTimesEncoded;) {
    const next = decodeLeniently(last)
    if (next === last) break
    made.push(next)
    last = next
  }
  return made
}

function fromBase64(run: string): string | null {
  // Of a run that was cut off, what is whole of it.
  const letters = run.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '')
  try {
    return textOf(atob(letters.slice(0, letters.length - (letters.length % 4 === 1 ? 1 : 0))))
  } catch {
    return null
  }
}

function fromHex(run: string): string | null {
  const pairs = run.match(/../g) ?? []
  return textOf(pairs.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join(''))
}

function dumped(lines: string): string | null {
  const pairs = lines.split('\n').map((line) => dumpLine.exec(line)?.[1]?.replace(/[^0-9a-f]/gi, '') ?? '')
  return fromHex(pairs.join(''))
}

/** Bytes as UTF-8; null where they are none. Certificates, keys and most words that look like Base64 are not. */
function textOf(bytes: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(bytes, (each) => each.charCodeAt(0)),
    )
  } catch {
    return null
  }
}
