/** How a name or one of its types is answered wrongly, or not at all. */
export type Misanswer =
  | 'nodata'
  | 'nxdomain'
  | 'servfail'
  | 'refused'
  /** No answer: over TCP the connection stays open. */
  | 'silent'
  /** An answer whose lengths point beyond its end. */
  | 'malformed'
  /** A sound answer to another question's number. */
  | 'wrong-id'
  /** A compressed name that points at itself. */
  | 'loop'
  /** A thousand records. */
  | 'many'

/** Over UDP cut short with the TC bit; over TCP the records, or a connection that closes. */
export interface Truncated<Record> {
  readonly truncated: readonly Record[]
  readonly tcp: 'answers' | 'closed'
}

export type Answer<Record> = readonly Record[] | Misanswer | Truncated<Record>

export interface SrvRecord {
  readonly target: string
  readonly port: number
  readonly priority?: number
  readonly weight?: number
}

/** The answers of one name; a type that is left out is NODATA. */
export interface NameRecords {
  readonly A?: Answer<string>
  readonly AAAA?: Answer<string>
  readonly SRV?: Answer<SrvRecord>
  /** A record is one text, or the list of its parts. */
  readonly TXT?: Answer<string | readonly string[]>
  readonly CNAME?: string
}

export type ZoneEntry = NameRecords | Misanswer

/** Entries by name, without regard to case. */
export type Zone = Readonly<Record<string, ZoneEntry>>

export interface ZoneMember {
  readonly host: string
  readonly port: number
  /** 127.0.0.1 unless told. */
  readonly addresses?: readonly string[]
}

/**
 * The zone of a seed list: SRV at `_mongodb._tcp.NAME`, TXT at `NAME` where given, and the addresses of each member.
 * Entries of further zones are added by spreading.
 */
export function zoneFor(name: string, members: readonly ZoneMember[], txt?: string): Zone {
  const zone: Record<string, ZoneEntry> = {
    [`_mongodb._tcp.${name}`]: { SRV: members.map(({ host, port }) => ({ target: host, port })) },
    [name]: txt === undefined ? {} : { TXT: [txt] },
  }
  for (const { host, addresses = ['127.0.0.1'] } of members) {
    zone[host] = {
      A: addresses.filter((address) => !address.includes(':')),
      AAAA: addresses.filter((address) => address.includes(':')),
    }
  }
  return zone
}
