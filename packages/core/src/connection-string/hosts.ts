import { hostKind } from '../endpoint.ts'
import { visible } from '../phrase.ts'
import type { SeedHost, UriFault } from '../sightings/index.ts'
import { hidden, maxHosts } from './limits.ts'
import { partOf, splitPart, type Part } from './part.ts'
import { decodeLeniently } from './percent.ts'
import { isHostPlaceholder } from './placeholder.ts'

export interface HostList {
  readonly hosts: readonly SeedHost[]
  /** The list as it may be shown. */
  readonly shown: string
  readonly faults: readonly UriFault[]
  /** `name:text` without an `@`: probably user name and password whose host is missing. */
  readonly mayBeCredentials: boolean
}

/** A DNS name has 253 characters, the percent-encoded path of a socket at most three times 107. */
const maxHost = 330

interface Entry {
  readonly host: SeedHost | null
  readonly shown: string
  readonly faults: readonly UriFault[]
}

/** Reads the seed list. `credentialsGiven`: an `@` stands before it, so that nothing in it can be a password's beginning. */
export function readHosts(part: Part, srv: boolean, credentialsGiven: boolean): HostList {
  if (!credentialsGiven && looksLikeCredentials(part.text)) {
    const port = part.text.indexOf(':') + 1
    const { offset, length } = { offset: part.offset + port, length: part.text.length - port }
    const fault: UriFault = { kind: 'port-invalid', host: hidden, port: hidden, offset, length }
    return { hosts: [], shown: hidden, faults: [fault], mayBeCredentials: true }
  }
  if (part.text === '') {
    const fault: UriFault = { kind: 'host-missing', offset: part.offset, length: 0 }
    return { hosts: [], shown: '', faults: [fault], mayBeCredentials: false }
  }
  const pieces = splitPart(part, ',', maxHosts)
  const entries = pieces.map((piece) => readHost(piece, srv))
  const faults = entries.flatMap((entry) => entry.faults)
  if (srv && pieces.length > 1) {
    faults.unshift({
      kind: 'srv-many-hosts',
      count: pieces.length,
      offset: part.offset,
      length: part.text.length,
    })
  }
  return {
    hosts: entries.flatMap((entry) => entry.host ?? []),
    shown: entries.map((entry) => entry.shown).join(','),
    faults,
    mayBeCredentials: false,
  }
}

/** One single-label name and a port that is no number, without an `@`: more likely `user:password` than a host. */
function looksLikeCredentials(text: string): boolean {
  const match = /^([^,:[\]]*):([^,]*)$/s.exec(text)
  if (isBareIpv6(text)) return false
  if (match === null) return /[\s"'<>]/.test(text) && text.includes(':') && !text.startsWith('[')
  const [, name = '', port = ''] = match
  if (/^-?\d{0,5}$/.test(port) || isPortPlaceholder(port)) return false
  // A double colon before digits is a slip of the keyboard, not a password.
  return name !== '' && name !== 'localhost' && !name.includes('.') && !/^:\d{0,5}$/.test(port)
}

function readHost(part: Part, srv: boolean): Entry {
  if (part.text === '') {
    return { host: null, shown: '', faults: [{ kind: 'host-missing', offset: part.offset, length: 0 }] }
  }
  const { name, port } = cutPort(part)
  const decoded = decodeLeniently(name.text)
  const bracketed = /^\[([0-9a-f:.]+(?:%[\w.-]+)?)\]$/i.exec(decoded)?.[1] ?? null
  const socket = /\.sock$/i.test(name.text) || decoded.startsWith('/')
  const host = socket ? decoded : (bracketed ?? decoded.toLowerCase())
  const kind = socket ? 'socket' : bracketed !== null ? 'ipv6' : hostKind(host)
  const faults: UriFault[] = []
  const valid =
    name.text.length <= maxHost && (socket || bracketed !== null || /^[\p{L}\p{M}\p{N}_.-]+$/u.test(host))
  const mayShow = valid || /^[\w.\- :%[\]*]{0,253}$/.test(decoded)
  const shownHost = mayShow
    ? visible(bracketed !== null ? `[${bracketed}]` : socket ? name.text : host)
    : hidden
  if (isHostPlaceholder(decoded)) {
    faults.push({ kind: 'placeholder', part: 'host', offset: name.offset, length: name.text.length })
  } else if (!valid || /\.\.|^\.|^$/.test(host)) {
    const kind = name.text === '' ? 'host-missing' : 'host-invalid'
    const span = { offset: name.offset, length: name.text.length }
    faults.push(kind === 'host-missing' ? { kind, ...span } : { kind, host: shownHost, ...span })
  }
  if (srv && (kind === 'ipv4' || kind === 'ipv6')) {
    faults.push({ kind: 'srv-address', host, offset: name.offset, length: name.text.length })
  }
  const number = port === null ? null : Number(port.text)
  if (port !== null && srv) {
    faults.push({
      kind: 'srv-port',
      port: shownPort(port.text),
      offset: port.offset,
      length: port.text.length,
    })
  } else if (
    port !== null &&
    !(/^\d{1,5}$/.test(port.text) && number !== null && number >= 1 && number <= 65_535)
  ) {
    const span = { offset: port.offset, length: port.text.length }
    faults.push({ kind: 'port-invalid', host: shownHost, port: shownPort(port.text), ...span })
  }
  const usable = name.text !== '' && valid
  const goodPort =
    number !== null && number >= 1 && number <= 65_535 && Number.isInteger(number) ? number : null
  return {
    host: usable ? { host, port: kind === 'socket' ? null : goodPort, kind } : null,
    shown: port === null ? shownHost : `${shownHost}:${shownPort(port.text)}`,
    faults,
  }
}

function cutPort(part: Part): { readonly name: Part; readonly port: Part | null } {
  const { text } = part
  const close = text.startsWith('[') ? text.indexOf(']') : -1
  const colon = text.indexOf(':', close === -1 ? 0 : close)
  // An IPv6 address without brackets is a bad host, not a host with a bad port.
  const bare = close === -1 && isBareIpv6(text)
  if (colon === -1 || bare) return { name: part, port: null }
  return { name: partOf(part, 0, colon), port: partOf(part, colon + 1) }
}

function isBareIpv6(text: string): boolean {
  return (
    /^[0-9a-f:.]{2,80}$/i.test(text) && /^(?:[0-9a-f]{0,4}:){2}/i.test(text) && /::|(?::.*){3}/.test(text)
  )
}

/** Anything but digits may be a piece of a password. */
function shownPort(port: string): string {
  return /^:?-?\d{0,5}$/.test(port) || isPortPlaceholder(port) || /^\d[\dOol]{1,4}$/.test(port)
    ? port
    : hidden
}

function isPortPlaceholder(port: string): boolean {
  return /^[<{$(]*port[>})]*$/i.test(port)
}
