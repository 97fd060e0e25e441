import { Fields } from './bytes.ts'

interface Extensions {
  readonly [type: number]: Buffer | undefined
}

function extensionsIn(fields: Fields): Extensions {
  const all = fields.vector(2)
  const found: Record<number, Buffer | undefined> = {}
  if (all === null) return found
  const each = new Fields(all)
  for (;;) {
    const type = each.number(2)
    const body = each.vector(2)
    if (type === null || body === null) return found
    found[type] = body
  }
}

export interface ServerHello {
  readonly version: number
  readonly suite: number
  /** RFC 8446, 4.1.3: a ServerHello with this random asks for another ClientHello. */
  readonly retry: boolean
  /** Of the key share, or the one that a retry asks for; null where there is none. */
  readonly group: number | null
}

const retryRandom = 'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c'

/** The server's choice; null when the message is cut or malformed. */
export function readServerHello(body: Buffer): ServerHello | null {
  const fields = new Fields(body)
  const legacy = fields.number(2)
  const random = fields.take(32)
  const session = fields.vector(1)
  const suite = fields.number(2)
  const compression = fields.number(1)
  if (legacy === null || random === null || session === null || suite === null || compression === null) {
    return null
  }
  const extensions = extensionsIn(fields)
  const chosen = extensions[43]
  const share = extensions[51]
  const version = chosen !== undefined && chosen.length === 2 ? chosen.readUInt16BE(0) : legacy
  const group = share !== undefined && share.length >= 2 ? share.readUInt16BE(0) : null
  return { version, suite, group, retry: random.toString('hex') === retryRandom }
}

export interface ClientHello {
  readonly versions: readonly number[]
  readonly servername: string | null
}

/** What our own hello offered; null when it is not whole. */
export function readClientHello(body: Buffer): ClientHello | null {
  const fields = new Fields(body)
  const legacy = fields.number(2)
  const random = fields.take(32)
  const session = fields.vector(1)
  const suites = fields.vector(2)
  const compression = fields.vector(1)
  if (legacy === null || random === null || session === null || suites === null || compression === null) {
    return null
  }
  const extensions = extensionsIn(fields)
  const supported = extensions[43] === undefined ? null : new Fields(extensions[43]).vector(1)
  return {
    versions: supported === null ? upTo(legacy) : numbersIn(supported),
    servername: servernameIn(extensions[0]),
  }
}

/** Before TLS 1.3 a hello names its highest version; the lower ones are meant as well. */
function upTo(highest: number): readonly number[] {
  return [0x0303, 0x0302, 0x0301].filter((version) => version <= highest)
}

function numbersIn(bytes: Buffer): readonly number[] {
  const fields = new Fields(bytes)
  const found: number[] = []
  for (let next = fields.number(2); next !== null; next = fields.number(2)) found.push(next)
  return found
}

function servernameIn(extension: Buffer | undefined): string | null {
  const names = extension === undefined ? null : new Fields(extension).vector(2)
  if (names === null) return null
  const fields = new Fields(names)
  const type = fields.number(1)
  const name = fields.vector(2)
  return type === 0 && name !== null ? name.toString('latin1') : null
}
