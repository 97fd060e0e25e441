import { fieldsOf, numberOf, textOf } from '../fields.ts'
import type { Fields } from '../fields.ts'
import { membershipOf } from '../hello.ts'
import type { Server } from '../server.ts'

/** When a write is confirmed as its client wants it: at once, with an error after a while, or never. */
export type Confirmation =
  | { readonly is: 'confirmed' }
  | { readonly is: 'never' }
  | { readonly is: 'failed'; readonly afterMs: number; readonly error: Fields }

const confirmed: Confirmation = { is: 'confirmed' }

/** What becomes of a write that was made, by the members that are there to copy it. */
export function confirmation(server: Server, document: Fields): Confirmation {
  if (server.role !== 'primary') return confirmed
  const concern = fieldsOf(document, 'writeConcern')
  const { hosts, passives, copying } = membershipOf(server)
  const all = hosts.length + passives.length
  const mode = textOf(concern, 'w')
  if (mode !== null && mode !== 'majority') {
    const errmsg = `No write concern mode named '${mode}' found in replica set configuration`
    return { is: 'failed', afterMs: 0, error: { code: 79, codeName: 'UnknownReplWriteConcern', errmsg } }
  }
  const wanted = mode === 'majority' ? Math.floor(all / 2) + 1 : (numberOf(concern, 'w') ?? 1)
  if (wanted <= copying) return confirmed
  if (wanted > all) {
    const error = {
      code: 100,
      codeName: 'UnsatisfiableWriteConcern',
      errmsg: 'Not enough data-bearing nodes',
    }
    return { is: 'failed', afterMs: 0, error }
  }
  const afterMs = numberOf(concern, 'wtimeout') ?? 0
  if (afterMs === 0) return { is: 'never' }
  return {
    is: 'failed',
    afterMs,
    error: {
      code: 64,
      codeName: 'WriteConcernTimeout',
      errmsg: 'waiting for replication timed out',
      errInfo: { wtimeout: true },
    },
  }
}
