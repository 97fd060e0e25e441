import type { Query } from './query.ts'
import { addressRecord, cnameRecord, srvRecord, txtRecord, typeName, types } from './records.ts'
import type { TypeName, WireRecord } from './records.ts'
import type { Answer, Misanswer, NameRecords, Zone } from './zone.ts'

export type Outcome =
  | { readonly is: 'records'; readonly records: readonly WireRecord[] }
  | { readonly is: 'truncated'; readonly records: readonly WireRecord[]; readonly tcp: 'answers' | 'closed' }
  | { readonly is: 'misanswer'; readonly how: Misanswer }

const mostAliases = 8

/** What a zone says to a question. A name that only has names below it exists (NODATA). */
export function resolve(zone: Zone, query: Query, otherwise: Misanswer): Outcome {
  const entries = new Map(Object.entries(zone).map(([name, entry]) => [canonical(name), entry]))
  const type = typeName(query.type)
  const aliases: WireRecord[] = []
  let name = canonical(query.name)
  for (;;) {
    const entry = entries.get(name)
    if (entry === undefined) {
      if ([...entries.keys()].some((other) => other.endsWith(`.${name}`)))
        return { is: 'misanswer', how: 'nodata' }
      return aliases.length > 0 ? { is: 'records', records: aliases } : { is: 'misanswer', how: otherwise }
    }
    if (typeof entry === 'string') return { is: 'misanswer', how: entry }
    const outcome = type === null ? null : answerOf(name, type, entry)
    if (outcome !== null && outcome.is !== 'misanswer')
      return { ...outcome, records: [...aliases, ...outcome.records] }
    if (outcome !== null) return outcome
    if (entry.CNAME === undefined) return { is: 'records', records: aliases }
    aliases.push(cnameRecord(name, entry.CNAME))
    if (aliases.length === mostAliases) return { is: 'records', records: aliases }
    name = canonical(entry.CNAME)
  }
}

function answerOf(owner: string, type: TypeName, entry: NameRecords): Outcome | null {
  switch (type) {
    case 'A':
      return encode(entry.A, (address) => addressRecord(owner, types.A, address))
    case 'AAAA':
      return encode(entry.AAAA, (address) => addressRecord(owner, types.AAAA, address))
    case 'SRV':
      return encode(entry.SRV, (record) => srvRecord(owner, record))
    case 'TXT':
      return encode(entry.TXT, (text) => txtRecord(owner, text))
    case 'CNAME':
      return null
  }
}

function encode<Record>(
  answer: Answer<Record> | undefined,
  wire: (record: Record) => WireRecord,
): Outcome | null {
  if (answer === undefined) return null
  if (typeof answer === 'string') return { is: 'misanswer', how: answer }
  if ('truncated' in answer) return { is: 'truncated', records: answer.truncated.map(wire), tcp: answer.tcp }
  return { is: 'records', records: answer.map(wire) }
}

function canonical(name: string): string {
  return name.toLowerCase().replace(/\.$/, '')
}
