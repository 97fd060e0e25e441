import { absent, cite, firstSeen, says, unknown } from '@mongowhy/core'
import type {
  Certainty,
  Citation,
  Citations,
  Evidence,
  Inference,
  Phrase,
  SeenLook,
  Span,
  UriFault,
} from '@mongowhy/core'

export type UriLook = SeenLook<'uri.parse'>
export type FaultOf<Kind extends UriFault['kind']> = Extract<UriFault, { readonly kind: Kind }>

/**
 * Asks a rule of the faults of some kinds in the connection string. Without such a fault the cause is absent, and
 * `otherwise` says what stands there instead; of an empty string nothing can be said.
 */
export function overUriFaults<Kind extends UriFault['kind'], Facts>(
  evidence: Evidence,
  kinds: readonly Kind[],
  otherwise: Phrase,
  rule: (faults: readonly [FaultOf<Kind>, ...FaultOf<Kind>[]], look: UriLook) => Inference<Facts> | null,
): Inference<Facts> {
  const look = firstSeen(evidence, 'uri.parse')
  if (look === undefined) return unknown()
  const isOfKind = (fault: UriFault): fault is FaultOf<Kind> => kinds.some((kind) => kind === fault.kind)
  const [first, ...more] = look.saw.faults.filter(isOfKind)
  if (first !== undefined) {
    const inference = rule([first, ...more], look)
    if (inference !== null) return inference
  }
  if (look.saw.given === 'empty') return unknown()
  return absent(cite(look, otherwise))
}

/** What the connection string itself shows, followed by what the driver's own parser said of it. */
export function shown<Facts>(
  look: UriLook,
  facts: Facts,
  what: Phrase,
  {
    certainty = 'certain',
    bearing = 'fault',
  }: { certainty?: Certainty; bearing?: 'fault' | 'advisory' } = {},
): Inference<Facts> {
  const because: Citations = [cite(look, what), ...driverSays(look)]
  return { is: 'present', certainty, bearing, facts, because }
}

function driverSays(look: UriLook): readonly Citation[] {
  const node = look.saw.readings.find(({ by }) => by === 'node')
  if (node === undefined || node.message === null) return []
  return [cite(look, says`the official Node driver's own parser says: ${node.message}`)]
}

/** Where something stands, as people count. */
export function characterOf(span: Span): number {
  return span.offset + 1
}

/** Encodes a password that is typed in and not shown: it must not land in the shell's history. */
export const encodeStep: Phrase = says`Percent-encode the password before it goes into the string. This asks for it and prints the encoded form: python3 -c ${'\'import getpass, urllib.parse; print(urllib.parse.quote(getpass.getpass(), safe=""))\''}`
