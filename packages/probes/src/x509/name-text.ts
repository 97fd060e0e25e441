import { elementAt, elementsIn, oidText } from './der.ts'

const attributes: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
}

/** A distinguished name as text, `CN=…, O=…`, at most 300 characters. What a peer sent: renderers escape it. */
export function nameText(der: Buffer): string {
  const name = elementAt(der)
  if (name === null) return ''
  const parts = elementsIn(name.content).flatMap((set) =>
    elementsIn(set.content).map(({ content }) => {
      const [type, value] = elementsIn(content)
      const oid = type === undefined ? '' : oidText(type.content)
      const text = value === undefined ? '' : textOf(value.tag, value.content)
      return `${attributes[oid] ?? oid}=${text}`
    }),
  )
  return parts.join(', ').slice(0, 300)
}

function textOf(tag: number, content: Buffer): string {
  // BMPString is UTF-16, big-endian.
  if (tag === 0x1e && content.length % 2 === 0) return Buffer.from(content).swap16().toString('utf16le')
  return content.toString(tag === 0x14 ? 'latin1' : 'utf8')
}
