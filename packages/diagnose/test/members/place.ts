import { authority, relay, serveDns, serveTls, speakMongo, temporaryFile } from '@mongowhy/fault-kit'
import type {
  Authority,
  Behaviour,
  CertificateOptions,
  Issued,
  MongoOptions,
  Served,
  Zone,
} from '@mongowhy/fault-kit'
import type { StartedFault } from '@mongowhy/causes/faults'

import type { MemberFault } from './member-faults.ts'

/** Where a fault stands: one member of a set, under a name of its own. */
export interface Place {
  readonly host: string
  /** The authority that the client is given. */
  readonly root: Authority
  /** A certificate for this member. */
  issued(options?: CertificateOptions): Issued
  /** A member of the set as it should be, or wrong in one way. */
  speak(options?: MongoOptions): Behaviour
}

/** Silence is waited for in every pair with a silent member; what answers on loopback comes nowhere near it. */
export const stageTimeoutMs = 2_500

export const hostOf = (index: number): string => `${'abcdefgh'[index] ?? ''}.lab.test`

/** One root for a whole run: making keys is what takes the time. */
let root: Authority | null = null

/** Starts a set of TLS of which each member has one of these faults; the first says that it is the primary. */
export async function startSet(faults: readonly (MemberFault | null)[], delayMs = 0): Promise<StartedFault> {
  const trusted = (root ??= authority({
    name: 'Lab root',
    notBefore: new Date(Date.now() - 400 * 86_400_000),
  }))
  const members: string[] = []
  const served: Served[] = []
  for (const [index, fault] of faults.entries()) {
    const place = placeOf(trusted, index, members)
    const near = await (fault ?? healthy).start(place)
    const each = delayMs === 0 ? near : await relay({ to: near, delayMs })
    served.push(near, each)
    members.push(`${place.host}:${each.port}`)
  }
  const zone: Record<string, Zone[string]> = {}
  for (const [index, fault] of faults.entries()) {
    const records = fault?.records ?? { A: ['127.0.0.1'] }
    if (records !== 'missing') zone[hostOf(index)] = records
  }
  const dns = await serveDns({ zone: { 'lab.test': 'nodata', ...zone } })
  const ca = await temporaryFile('ca.pem', trusted.certificatePem)
  return {
    uri: `mongodb://${members.join(',')}/?replicaSet=rs0&tls=true`,
    options: { resolvers: [dns.address], caFile: ca.path, stageTimeoutMs },
    endpoints: members,
    stop: async () => {
      await Promise.all([dns.stop(), ca.remove(), ...served.map((each) => each.stop())])
    },
  }
}

const healthy: Pick<MemberFault, 'start'> = {
  start: (place) => serveTls({ issued: place.issued(), inner: place.speak() }),
}

function placeOf(trusted: Authority, index: number, members: readonly string[]): Place {
  const host = hostOf(index)
  return {
    host,
    root: trusted,
    issued: (options = {}) => trusted.issue({ names: [host], ...options }),
    speak: (options = {}) =>
      speakMongo({
        setName: 'rs0',
        role: index === 0 ? 'primary' : 'secondary',
        onHello: (reply) => ({
          ...reply,
          ...(reply['setName'] === undefined
            ? {}
            : { hosts: [...members], me: members[index], primary: members[0] }),
        }),
        ...options,
      }),
  }
}
