export { serveDns } from './serve-dns.ts'
export type { AskedQuestion, DnsOptions, ServedDns } from './serve-dns.ts'
export { zoneFor } from './zone.ts'
export type {
  Answer,
  Misanswer,
  NameRecords,
  SrvRecord,
  Truncated,
  Zone,
  ZoneEntry,
  ZoneMember,
} from './zone.ts'
