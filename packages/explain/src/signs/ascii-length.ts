import type { FoundSign } from './sign.ts'

/** Where drivers print a length or an id that was read from bytes which are no MongoDB message. */
const places = [
  /(?:Message length|message length|message size|Invalid message size:?|length of message|BSON (?:size|document))[^\d\n]{0,20}(\d{6,10})\b/gi,
  /Got response id (\d{6,10})\b/gi,
  /(?:expected|received|got) (?:opcode|op_?code|message of length|responseTo):? (\d{6,10})\b/gi,
  /\bInvalid wire protocol opcode: (\d{6,10})\b/gi,
  /\b(\d{6,10})\b(?=[^\n]{0,60}(?:exceeds|greater than|larger than|maximum|max))/gi,
]

const peers: readonly (readonly [RegExp, string])[] = [
  [/^(?:HTTP|TP\/1|P\/1\.|\/1\.[01]|<!DO|<htm|\.1 4|1\.1 |400 | Bad$)/i, 'http'],
  [/^(?:SSH-|2\.0-|-2\.0)/, 'ssh'],
  [/^(?:220[ -])/, 'smtp'],
  [/^(?:\+OK|-ERR|\+PON)/, 'line-protocol'],
]

/** What little-endian numbers say when they are read as the ASCII that they were. */
export function peersIn(text: string): readonly FoundSign[] {
  return places.flatMap((place) =>
    [...text.matchAll(place)].flatMap((match) => {
      const letters = asAscii(Number(match[1]))
      if (letters === null) return []
      const peer = peers.find(([expression]) => expression.test(letters))?.[1] ?? 'text'
      return [{ sign: `peer:${peer}` as const, words: match[0], at: match.index }]
    }),
  )
}

/** Four printable characters, or null: a length that is one by chance is not worth a guess. */
export function asAscii(length: number): string | null {
  if (length > 0xffff_ffff) return null
  const bytes = [length & 0xff, (length >>> 8) & 0xff, (length >>> 16) & 0xff, (length >>> 24) & 0xff]
  const printable = bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d)
  return printable ? String.fromCharCode(...bytes) : null
}
