import { Fields } from './bytes.ts'

// A server that sends more is not describing itself; the count is kept, the certificates are not.
const maxCertificates = 16
const maxIssuers = 16

/** The certificates of a Certificate message as sent: the first sixteen, and how many there were. */
export function readCertificates(
  body: Buffer,
  tls13: boolean,
): { readonly chain: readonly Buffer[]; readonly count: number } {
  const fields = new Fields(body)
  if (tls13) fields.vector(1)
  const list = fields.vector(3)
  const chain: Buffer[] = []
  let count = 0
  if (list === null) return { chain, count }
  const each = new Fields(list)
  for (;;) {
    const der = each.vector(3)
    if (der === null) return { chain, count }
    if (tls13 && each.vector(2) === null) return { chain, count }
    count += 1
    if (chain.length < maxCertificates) chain.push(der)
  }
}

/** DER names of the authorities that a CertificateRequest accepts; empty when it names none. */
export function readAcceptableIssuers(body: Buffer, tls13: boolean): readonly Buffer[] {
  const fields = new Fields(body)
  if (!tls13) {
    fields.vector(1)
    fields.vector(2)
    return namesIn(fields.vector(2))
  }
  fields.vector(1)
  const extensions = new Fields(fields.vector(2) ?? Buffer.alloc(0))
  for (;;) {
    const type = extensions.number(2)
    const content = extensions.vector(2)
    if (type === null || content === null) return []
    // certificate_authorities, RFC 8446, 4.2.4.
    if (type === 47) return namesIn(new Fields(content).vector(2))
  }
}

function namesIn(list: Buffer | null): readonly Buffer[] {
  const fields = new Fields(list ?? Buffer.alloc(0))
  const names: Buffer[] = []
  for (let name = fields.vector(2); name !== null && names.length < maxIssuers; name = fields.vector(2)) {
    names.push(name)
  }
  return names
}
