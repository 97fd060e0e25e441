import { addressBytes } from '../pki/address-bytes.ts'
import type { SrvRecord } from './zone.ts'

export const types = { A: 1, CNAME: 5, TXT: 16, AAAA: 28, SRV: 33 } as const

export type TypeName = keyof typeof types

/** A record as it goes on the wire. */
export interface WireRecord {
  readonly owner: string
  readonly type: number
  readonly data: Buffer
}

export function typeName(type: number): TypeName | null {
  const names: readonly TypeName[] = ['A', 'CNAME', 'TXT', 'AAAA', 'SRV']
  return names.find((name) => types[name] === type) ?? null
}

export function addressRecord(owner: string, type: number, address: string): WireRecord {
  return { owner, type, data: addressBytes(address) }
}

export function srvRecord(owner: string, { target, port, priority = 0, weight = 0 }: SrvRecord): WireRecord {
  const numbers = Buffer.alloc(6)
  numbers.writeUInt16BE(priority, 0)
  numbers.writeUInt16BE(weight, 2)
  numbers.writeUInt16BE(port, 4)
  return { owner, type: types.SRV, data: Buffer.concat([numbers, encodeName(target)]) }
}

export function txtRecord(owner: string, text: string | readonly string[]): WireRecord {
  const parts = typeof text === 'string' ? splitText(text) : text
  const data = parts.map((part) => {
    const bytes = Buffer.from(part).subarray(0, 255)
    return Buffer.concat([Buffer.from([bytes.length]), bytes])
  })
  return { owner, type: types.TXT, data: Buffer.concat(data) }
}

export function cnameRecord(owner: string, target: string): WireRecord {
  return { owner, type: types.CNAME, data: encodeName(target) }
}

/** A name without compression, which no reader can misunderstand. */
export function encodeName(name: string): Buffer {
  const labels = name.split('.').filter((label) => label !== '')
  const parts = labels.map((label) => {
    const bytes = Buffer.from(label, 'latin1').subarray(0, 63)
    return Buffer.concat([Buffer.from([bytes.length]), bytes])
  })
  return Buffer.concat([...parts, Buffer.from([0])])
}

function splitText(text: string): readonly string[] {
  return text.match(/.{1,255}/gsu) ?? ['']
}
