import type { Evidence } from '../evidence.ts'
import { freeKeys } from '../redaction/open-texts.ts'

/** What has a name and is no host. `name` is what certificates say of people, companies and authorities. */
export type LabelKind = 'database' | 'collection' | 'set' | 'name'

const kindOfKey: Readonly<Record<string, LabelKind>> = {
  database: 'database',
  db: 'database',
  readable: 'database',
  authSource: 'database',
  effectiveAuthSource: 'database',
  setName: 'set',
  replicaSet: 'set',
}

/** Where a collection stands behind its database. */
const namespaceKeys: ReadonlySet<string> = new Set(['namespace', 'writeCheck'])

/** Where certificates say whose they are. */
const ownerKeys: ReadonlySet<string> = new Set(['subject', 'issuer'])

// Everybody has these, so that they identify nobody, and what a cause says of them should stay readable.
const everybodys = /^(?:admin|local|config|test|\$external|rs-?\d*|mongowhy_probe|localhost|[\s\S]{0,2})$/i

/** Public authorities, and devices and programs that make certificates of their own: which one it is, is the finding. */
const publicNames =
  /let'?s ?encrypt|\bISRG|\bDST Root|IdenTrust|DigiCert|GlobalSign|Amazon|Starfield|GoDaddy|Go Daddy|Google Trust|^GTS |^WE\d$|^WR\d$|^[ER]\d{1,2}$|Sectigo|COMODO|USERTrust|AAA Certificate|Baltimore|GeoTrust|Entrust|QuoVadis|Certum|SwissSign|Buypass|ZeroSSL|SSL\.com|Actalis|Microsoft|mitmproxy|Zscaler|Netskope|Forti(?:net|Gate)|Palo Alto|Blue ?Coat|Symantec|McAfee|Cisco|Umbrella|Kaspersky|\bESET\b|Avast|Sophos|PortSwigger|Burp|Charles Proxy|Fiddler|Squid|mkcert|Kubernetes|cert-manager|Internet Widgits/i

/** Names in evidence that are no hosts', with their kind; and whether a name is any word of the evidence's own as well. */
export function labelsIn(
  evidence: Evidence,
): ReadonlyMap<string, { readonly kind: LabelKind; readonly word: boolean }> {
  const found = new Map<string, LabelKind>()
  const words = new Set<string>()
  const add = (name: string, kind: LabelKind): void => {
    if (!everybodys.test(name) && !found.has(name)) found.set(name, kind)
  }
  const take = (value: string, key: string): void => {
    const kind = kindOfKey[key]
    if (kind !== undefined) add(value, kind)
    else if (namespaceKeys.has(key)) {
      const [database = '', ...collection] = value.split('.')
      add(database, 'database')
      add(collection.join('.'), 'collection')
    } else if (ownerKeys.has(key)) {
      for (const owner of ownersIn(value)) if (!publicNames.test(owner)) add(owner, 'name')
    } else if (!freeKeys.has(key) && key !== 'value') words.add(value.toLowerCase())
  }
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') take(value, key)
    else if (Array.isArray(value)) value.forEach((each) => walk(each, key))
    else if (typeof value === 'object' && value !== null)
      for (const [own, each] of Object.entries(value)) walk(each, own)
  }
  walk([evidence.looks, evidence.options], '')
  return new Map([...found].map(([name, kind]) => [name, { kind, word: words.has(name.toLowerCase()) }]))
}

/** Whether what stands under this key is a label, or a text with one in it; all else is the evidence's own words. */
export function holdsLabels(key: string): boolean {
  return (
    key in kindOfKey ||
    namespaceKeys.has(key) ||
    ownerKeys.has(key) ||
    freeKeys.has(key) ||
    ['redacted', 'text', 'says'].includes(key)
  )
}

/** `CN=a, O=b` and the same line by line: the values. Countries stay. */
function ownersIn(subject: string): readonly string[] {
  return (
    [...subject.matchAll(/(?:^|[,\n+/]\s?)(?:CN|O|OU|L|ST|emailAddress|SN|GN|DC|UID)=("[^"]*"|[^,\n+/]+)/gi)]
      .map(([, value = '']) => value.replaceAll('"', '').trim())
      // A host's name is replaced as such.
      .filter((value) => !/^\S+\.\S+$/.test(value))
  )
}

/** Where a name that is a word as well stands for itself all the same. */
const before = String.raw`(?<=mongodb(?:\+srv)?:\/\/[^\s/]{1,2000}\/|(?:authSource|replicaSet|CN|O|OU|db|database)\s?[=:]\s?["']?|@|\b(?:on|database|db|set|collection)\s["'‘“]?)`

/** What finds the labels in a text; null where there are none. */
export function labelPattern(labels: ReadonlyMap<string, { readonly word: boolean }>): RegExp | null {
  const alternatives = [...labels]
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([name, { word }]) => {
      const plain = name.replace(/[^\w\s]/g, '\\$&')
      return word
        ? `${before}${plain}(?![\\w-])|(?<![\\w.-])${plain}(?=\\.[a-z_])`
        : `(?<![\\w-])${plain}(?![\\w-])`
    })
  return alternatives.length === 0 ? null : new RegExp(alternatives.join('|'), 'gi')
}
