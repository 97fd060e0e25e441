import type { ParsedTarget } from '../parsed-target.ts'
import { Secret } from '../redaction/secret.ts'
import type { UserNames } from '../redaction/user-names.ts'
import type { UriFault, UriSighting } from '../sightings/index.ts'
import { conflicts } from './conflicts.ts'
import { controlCharacters } from './control-characters.ts'
import { effectiveOptions } from './effective.ts'
import { emptiness } from './empty.ts'
import { readHosts } from './hosts.ts'
import { hidden, maxFaults, maxRedacted, maxSecrets, suspiciousLength } from './limits.ts'
import { authorityEnd, partOf, type Part } from './part.ts'
import { cutGlued, readPath } from './path.ts'
import { readQuery, type Query } from './query.ts'
import { readScheme } from './scheme.ts'
import { scrubbed } from './secrets.ts'
import { shownUser } from './shown-user.ts'
import { userinfoEnd } from './userinfo-end.ts'
import { readUserinfo, type Userinfo } from './userinfo.ts'

/**
 * Reads a connection string as its specification does, and goes on where it is broken: hosts and options are what a
 * person meant. Never throws; linear in the length. What is secret stays in `Secret`s; `uri` holds none of it.
 * `uri.redacted` names the user only where `users` says so. `uri.readings` is left empty: what drivers make of the string
 * is the `uri` probe's to establish.
 */
export function parseTarget(text: string, users: UserNames = 'hidden'): ParsedTarget {
  const nothing = emptiness(text)
  if (nothing !== null) return emptyTarget(text, nothing)
  const scheme = readScheme(text)
  const body: Part = { offset: scheme.from, text: text.slice(scheme.from, scheme.to) }
  const srv = scheme.meant === 'mongodb+srv'
  const at = userinfoEnd(body.text)
  const info = at === -1 ? null : partOf(body, 0, at)
  const hostsEnd = authorityEnd(body.text, at + 1)
  const { list, glued } = cutGlued(partOf(body, at + 1, hostsEnd))
  const hostList = readHosts(list, srv, info !== null)
  // Without a host nothing after it can be trusted to be no part of a password.
  const lost = hostList.mayBeCredentials
  const userinfo = readUserinfo(lost ? null : info)
  const path = readPath(lost ? null : partOf(body, hostsEnd), glued)
  const query = readQuery(path.query)
  const hosts = hostList.hosts
  const effective = effectiveOptions(query.raw, {
    srv,
    database: path.asRead,
    hasUsername: userinfo.username !== null && userinfo.username !== '',
  })
  const faults: UriFault[] = [
    ...scheme.faults,
    ...userinfo.faults,
    ...hostList.faults,
    ...path.faults,
    ...query.faults,
    ...conflicts(query.raw, hosts, srv, userinfo),
    ...controlCharacters(text, scheme.from, scheme.to),
    ...tooLong(text),
  ]
  const schemeMissing = scheme.faults.some((fault) => fault.kind === 'scheme' && fault.problem === 'missing')
  const prefix = schemeMissing ? '' : `${scheme.meant}://`
  const credentials =
    users === 'kept' && info !== null && !lost
      ? shownUser(info.text, userinfo, effective.authMechanism)
      : hidden
  const redacted = [
    prefix,
    info === null ? '' : `${credentials}@`,
    hostList.shown,
    path.shown,
    path.query === null ? '' : `?${query.shown}`,
  ].join('')
  const uri: UriSighting = {
    given: 'text',
    length: text.length,
    redacted: bounded(redacted),
    scheme: scheme.scheme,
    hosts,
    credentials: {
      ...userinfo.shape,
      placeholders: [...userinfo.shape.placeholders, ...hostPlaceholders(hostList.faults)],
    },
    database: path.database,
    options: query.options,
    faults: faults.sort((a, b) => a.offset - b.offset).slice(0, maxFaults),
    readings: [],
    effective,
  }
  return targetOf(text, uri, userinfo, query, lost ? body : info)
}

function hostPlaceholders(faults: readonly UriFault[]): UriSighting['credentials']['placeholders'] {
  return faults.some((fault) => fault.kind === 'placeholder') ? [{ part: 'host', text: '' }] : []
}

function tooLong(text: string): readonly UriFault[] {
  if (text.length <= suspiciousLength) return []
  return [
    {
      kind: 'too-long',
      limit: suspiciousLength,
      offset: suspiciousLength,
      length: text.length - suspiciousLength,
    },
  ]
}

function bounded(redacted: string): string {
  return redacted.length <= maxRedacted ? redacted : `${redacted.slice(0, maxRedacted)}…`
}

function targetOf(
  text: string,
  uri: UriSighting,
  userinfo: Userinfo,
  query: Query,
  scrub: Part | null,
): ParsedTarget {
  const secretOf = (value: string | null | undefined): Secret | null =>
    value === null || value === undefined || value === '' ? null : new Secret(value)
  const option = (name: string): string | undefined => query.raw.find(({ key }) => key === name)?.value
  const hiddenValues = query.raw.flatMap(({ value }, index) =>
    uri.options[index]?.value === null && value !== '' ? [value] : [],
  )
  const properties = (option('authmechanismproperties') ?? '').split(',', 32).flatMap((pair) => {
    const colon = pair.indexOf(':')
    return colon !== -1 && /token$|secret|password/i.test(pair.slice(0, colon)) ? [pair.slice(colon + 1)] : []
  })
  return {
    raw: new Secret(text),
    uri,
    username: secretOf(userinfo.username),
    password: secretOf(userinfo.password),
    certificateKeyPassword: secretOf(option('tlscertificatekeyfilepassword')),
    proxyUsername: secretOf(option('proxyusername')),
    proxyPassword: secretOf(option('proxypassword')),
    secrets: [...secretParts(scrub), ...[...hiddenValues, ...properties].flatMap(scrubbed)].slice(
      0,
      maxSecrets,
    ),
  }
}

/** The password whole and in pieces; the user name only together with it, lest `admin` vanish from every message. */
function secretParts(scrub: Part | null): readonly Secret[] {
  if (scrub === null || scrub.text === '') return []
  const colon = scrub.text.indexOf(':')
  if (colon === -1) return scrubbed(scrub.text)
  // What a driver that cuts at the first reserved character takes for host and port: `ada:pa` of `ada:pa/ss@host`.
  const taken = scrub.text.split(/[@/?#]/, 64).filter((piece) => piece.includes(':'))
  const wholes = new Set([scrub.text, ...taken].filter((piece) => piece.length > colon + 1))
  return [...[...wholes].map((piece) => new Secret(piece)), ...scrubbed(scrub.text.slice(colon + 1))]
}

function emptyTarget(text: string, fault: UriFault): ParsedTarget {
  const uri: UriSighting = {
    given: 'empty',
    length: text.length,
    redacted: '',
    scheme: null,
    hosts: [],
    credentials: readUserinfo(null).shape,
    database: null,
    options: [],
    faults: [fault],
    readings: [],
    effective: effectiveOptions([], { srv: false, database: null, hasUsername: false }),
  }
  return targetOf(text, uri, readUserinfo(null), readQuery(null), null)
}
