import { knownOptions, optionNamed } from './option-table.ts'

interface Removed {
  /** Version of the official Node driver without it; null: it never had it. */
  readonly removedIn: string | null
  readonly meant: string | null
}

const removed: Readonly<Record<string, Removed>> = {
  usenewurlparser: { removedIn: '7.0', meant: null },
  useunifiedtopology: { removedIn: '7.0', meant: null },
  // Its successor would switch verification off: none is named.
  sslvalidate: { removedIn: '6.0', meant: null },
  sslca: { removedIn: '6.0', meant: 'tlsCAFile' },
  sslcert: { removedIn: '6.0', meant: 'tlsCertificateKeyFile' },
  sslkey: { removedIn: '6.0', meant: 'tlsCertificateKeyFile' },
  sslpass: { removedIn: '6.0', meant: 'tlsCertificateKeyFilePassword' },
  sslcrl: { removedIn: '6.0', meant: 'tlsCRLFile' },
  keepalive: { removedIn: '6.0', meant: null },
  poolsize: { removedIn: '4.0', meant: 'maxPoolSize' },
  minsize: { removedIn: '4.0', meant: 'minPoolSize' },
  autoreconnect: { removedIn: '4.0', meant: null },
  auto_reconnect: { removedIn: '4.0', meant: null },
  reconnecttries: { removedIn: '4.0', meant: null },
  reconnectinterval: { removedIn: '4.0', meant: null },
  buffermaxentries: { removedIn: '4.0', meant: null },
  ha: { removedIn: '4.0', meant: null },
  hainterval: { removedIn: '4.0', meant: 'heartbeatFrequencyMS' },
  secondaryacceptablelatencyms: { removedIn: '4.0', meant: 'localThresholdMS' },
  acceptablelatencyms: { removedIn: '4.0', meant: 'localThresholdMS' },
  connectwithnoprimary: { removedIn: '4.0', meant: null },
  gssapiservicename: { removedIn: '4.0', meant: 'authMechanismProperties' },
  slaveok: { removedIn: null, meant: 'readPreference' },
  safe: { removedIn: null, meant: 'w' },
  authdb: { removedIn: null, meant: 'authSource' },
  authenticationdatabase: { removedIn: null, meant: 'authSource' },
  authdatabase: { removedIn: null, meant: 'authSource' },
  rs: { removedIn: null, meant: 'replicaSet' },
  replset: { removedIn: null, meant: 'replicaSet' },
  rs_name: { removedIn: null, meant: 'replicaSet' },
  usessl: { removedIn: null, meant: 'tls' },
  usetls: { removedIn: null, meant: 'tls' },
  sslcafile: { removedIn: null, meant: 'tlsCAFile' },
  ssl_ca_certs: { removedIn: null, meant: 'tlsCAFile' },
  sslpemkeyfile: { removedIn: null, meant: 'tlsCertificateKeyFile' },
  ssl_certfile: { removedIn: null, meant: 'tlsCertificateKeyFile' },
}

/** What became of an option that no driver knows any more, and what was probably meant. */
export function whatBecameOf(name: string): Removed {
  // `&amp;` is how HTML and XML write `&`: what was copied out of them keeps it.
  const written = name.replace(/^amp;/i, '')
  if (written !== name && optionNamed(written) !== undefined) return { removedIn: null, meant: written }
  const key = written.toLowerCase()
  const known = Object.hasOwn(removed, key) ? removed[key] : undefined
  return known ?? { removedIn: null, meant: nearest(key) }
}

/** The known option that differs in two letters at most; null when none or the name is too short to tell. */
function nearest(key: string): string | null {
  if (key.length < 4 || key.length > 40) return null
  let best: { readonly name: string; readonly distance: number } | null = null
  for (const { name, type } of knownOptions) {
    if (type === 'object') continue
    const distance = editDistance(key, name.toLowerCase())
    if (distance <= 2 && distance < (best?.distance ?? 3)) best = { name, distance }
  }
  return best?.name ?? null
}

/** Levenshtein distance; gives up as 3 where the lengths alone differ by more than 2. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 3
}
