import { Secret } from '../redaction/secret.ts'
import { decodeLeniently } from './percent.ts'

const longEnough = 3

/**
 * What to scrub for one secret: as it stands and decoded; and, where reserved characters stand in it unescaped, its
 * pieces too, for a driver that cuts the string elsewhere prints a piece as a host or a port.
 */
export function scrubbed(raw: string): readonly Secret[] {
  const forms = new Set<string>([raw, decodeLeniently(raw)])
  if (/[@/?#[\]:&=,]/.test(raw)) {
    const pieces = raw.split(/[@/?#[\]:&=,]/, 64)
    for (const piece of pieces) {
      if (piece.length < longEnough || /^mongo(?:db)?$/i.test(piece)) continue
      forms.add(piece)
      forms.add(decodeLeniently(piece))
    }
  }
  return [...forms].filter((form) => form !== '').map((form) => new Secret(form))
}
