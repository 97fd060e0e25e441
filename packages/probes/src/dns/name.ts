import { domainToASCII } from 'node:url'

/** A name that cannot be written in, or read from, a DNS message. */
export class NameError extends Error {
  override readonly name = 'NameError'
}

const longestName = 255
const longestLabel = 63
// A name has at most 127 labels, so an honest one never needs more pointers; a chain of them across the whole message, for
// each of a thousand records, would keep us busy.
const mostPointers = 128

/** A name in wire form, uncompressed. Names beyond ASCII are written as their A-labels. */
export function writeName(name: string): Buffer {
  const bare = name.endsWith('.') ? name.slice(0, -1) : name
  // oxlint-disable-next-line no-control-regex
  const ascii = /^[\x00-\x7f]*$/.test(bare) ? bare : domainToASCII(bare)
  if (ascii === '') throw new NameError('the name cannot be written in DNS')
  const labels = ascii.split('.').map((label) => {
    const bytes = Buffer.from(label, 'latin1')
    if (bytes.length === 0) throw new NameError('the name has an empty label')
    if (bytes.length > longestLabel)
      throw new NameError(`a label of the name is longer than ${longestLabel} bytes`)
    return Buffer.concat([Buffer.from([bytes.length]), bytes])
  })
  const wire = Buffer.concat([...labels, Buffer.from([0])])
  if (wire.length > longestName) throw new NameError(`the name is longer than ${longestName} bytes`)
  return wire
}

/** Reads a name at `start`; `end` is the byte after it there, whatever it points to. Throws `NameError` or `RangeError`. */
export function readName(message: Buffer, start: number): { readonly text: string; readonly end: number } {
  const labels: string[] = []
  let size = 1
  let at = start
  let end: number | null = null
  let earliest = start
  let pointers = 0
  for (;;) {
    const length = message.readUInt8(at)
    if (length >= 0xc0) {
      const target = message.readUInt16BE(at) & 0x3fff
      end ??= at + 2
      // Each pointer must lead further back than the name has been yet: so a loop cannot be written.
      if (target >= earliest)
        throw new NameError(`the name at byte ${start} points to itself or ahead (byte ${target})`)
      pointers += 1
      if (pointers > mostPointers) throw new NameError(`the name at byte ${start} is a chain of pointers`)
      earliest = target
      at = target
      continue
    }
    if (length > longestLabel) throw new NameError(`the name at byte ${start} has a label of an unknown kind`)
    if (length === 0) return { text: labels.join('.'), end: end ?? at + 1 }
    size += length + 1
    if (size > longestName)
      throw new NameError(`the name at byte ${start} is longer than ${longestName} bytes`)
    if (at + 1 + length > message.length) throw new NameError(`the name at byte ${start} runs past the end`)
    labels.push(labelText(message.subarray(at + 1, at + 1 + length)))
    at += 1 + length
  }
}

/** Presentation form (RFC 1035): what could be mistaken for another name is escaped. */
function labelText(label: Buffer): string {
  return label
    .toString('latin1')
    .replace(/[.\\]/g, '\\$&')
    .replace(/[^\x21-\x7e]/g, (char) => `\\${String(char.charCodeAt(0)).padStart(3, '0')}`)
}
