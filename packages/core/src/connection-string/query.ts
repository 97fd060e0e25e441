import { visible } from '../phrase.ts'
import type { UriFault, UriOption } from '../sightings/index.ts'
import { leadingNumber } from './effective.ts'
import { hidden, maxOptions } from './limits.ts'
import { optionNamed, type KnownOption } from './option-table.ts'
import { splitPart, type Part } from './part.ts'
import { decodeQuery } from './percent.ts'
import { whatBecameOf } from './removed-options.ts'

/** An option with its real value, which must not leave the parser. */
export interface RawOption {
  readonly name: string
  /** The canonical name in lower case. */
  readonly key: string
  readonly value: string
  readonly offset: number
  readonly length: number
}

export interface Query {
  readonly raw: readonly RawOption[]
  readonly options: readonly UriOption[]
  /** As it may be shown, without the `?`. */
  readonly shown: string
  readonly faults: readonly UriFault[]
}

/** Reads the options after the `?`. */
export function readQuery(part: Part | null): Query {
  const raw: RawOption[] = []
  const shown: string[] = []
  const options: UriOption[] = []
  const faults: UriFault[] = []
  const met = new Set<string>()
  const end = part === null ? 0 : part.offset + part.text.length
  for (const pair of part === null ? [] : splitPart(part, '&', maxOptions)) {
    if (pair.text === '') continue
    const equals = pair.text.indexOf('=')
    const name = decodeQuery(equals === -1 ? pair.text : pair.text.slice(0, equals))
    const value = equals === -1 ? '' : decodeQuery(pair.text.slice(equals + 1))
    const key = name.toLowerCase()
    const known = optionNamed(name)
    const span = { offset: pair.offset, length: pair.text.length }
    const safeName =
      known !== undefined || (equals !== -1 && /^(?:amp;)?[a-z_][\w.-]{0,47}$/i.test(name)) ? name : hidden
    const safeValue = shownValue(name, value, known)
    raw.push({ name, key, value, ...span })
    options.push({ name: safeName, value: safeValue, offset: pair.offset })
    shown.push(equals === -1 ? safeName : `${safeName}=${safeValue === null ? hidden : visible(safeValue)}`)
    faults.push(...nameFaults(safeName, known, span))
    if (pair.text.endsWith('\\') && pair.offset + pair.text.length < end) {
      faults.push({
        kind: 'shell-escape',
        character: '&',
        offset: pair.offset + pair.text.length - 1,
        length: 2,
      })
    }
    if (met.has(key) && !mayRepeat.has(key)) {
      faults.push({ kind: 'option-value', name: safeName, problem: 'duplicate', ...span })
    } else if (known !== undefined) {
      const swallows = swallowed(value)
      const problem =
        value === '' && key !== 'readpreferencetags'
          ? 'empty'
          : (valueProblem(known, value) ?? (swallows === null ? null : 'separator'))
      const number = problem === 'type' && known.type !== 'boolean' ? leadingNumber(value) : null
      const taken = number === null ? {} : { takenAs: number }
      const within = swallows === null ? {} : { swallows }
      if (problem !== null)
        faults.push({ kind: 'option-value', name: safeName, problem, ...taken, ...within, ...span })
    }
    met.add(key)
  }
  return { raw, options, shown: shown.join('&'), faults }
}

// Repetitions of `tls` and `ssl` are a matter of their values, judged among the conflicts.
const mayRepeat = new Set(['readpreferencetags', 'tls', 'ssl'])
const obsolete = new Set(['j', 'fsync', 'wtimeout', 'timeoutms'])
const nodeAlone: readonly string[] = ['node']

function nameFaults(
  name: string,
  known: KnownOption | undefined,
  span: { offset: number; length: number },
): readonly UriFault[] {
  if (known === undefined) return [{ kind: 'option-unknown', name, ...whatBecameOf(name), ...span }]
  if (known.only !== null && !known.only.includes('node')) {
    return [{ kind: 'option-unknown', name, meant: null, removedIn: null, knownTo: known.only, ...span }]
  }
  if (
    known.type === 'object' &&
    known.only !== null &&
    known.only.every((driver) => nodeAlone.includes(driver))
  ) {
    return [{ kind: 'option-value', name, problem: 'type', ...span }]
  }
  return obsolete.has(name.toLowerCase()) ? [{ kind: 'obsolete', name, ...span }] : []
}

function valueProblem(known: KnownOption, value: string): 'type' | 'range' | null {
  switch (known.type) {
    case 'boolean':
      return value === 'true' || value === 'false' ? null : 'type'
    case 'integer':
      return /^-?\d+$/.test(value) ? null : 'type'
    case 'unsigned':
      return /^\d+$/.test(value) ? null : /^-\d+$/.test(value) ? 'range' : 'type'
    case 'enum':
      return known.values === null || known.values.some((one) => one.toLowerCase() === value.toLowerCase())
        ? null
        : 'range'
    case 'list':
      return listProblem(known.name, value)
    case 'text':
    case 'object':
      return null
  }
}

/** The option that a value holds after a `;`, the separator of the first drivers, which none reads any more. */
function swallowed(value: string): string | null {
  for (const [, name = ''] of value.matchAll(/;\s{0,3}(\w{1,48})=/g)) {
    const option = optionNamed(name)
    if (option !== undefined) return option.name
  }
  return null
}

const compressors = new Set(['none', 'snappy', 'zlib', 'zstd'])

function listProblem(name: string, value: string): 'type' | 'range' | null {
  const entries = value.split(',', maxOptions)
  switch (name) {
    case 'compressors':
      return entries.every((entry) => compressors.has(entry)) ? null : 'range'
    case 'authMechanismProperties':
      return entries.every((entry) => entry.includes(':')) ? null : 'type'
    default:
      return null
  }
}

const secretName =
  /pass|pwd|secret|token|key(?!file$)|cred|auth(?!source$|mechanism$)|user|login|sign|cert$|^pfx$|^ca$/i
const secretOption = new Set([
  'tlscertificatekeyfilepassword',
  'proxypassword',
  'proxyusername',
  'auth',
  'passphrase',
  'key',
  'pfx',
])
const openProperties = new Set([
  'SERVICE_NAME',
  'CANONICALIZE_HOST_NAME',
  'SERVICE_REALM',
  'SERVICE_HOST',
  'ENVIRONMENT',
  'TOKEN_RESOURCE',
])

/** The value as it may be shown; null when it is secret, or could be. */
function shownValue(name: string, value: string, known: KnownOption | undefined): string | null {
  if (value === '') return ''
  if (secretOption.has(name.toLowerCase())) return null
  if (name.toLowerCase() === 'authmechanismproperties') return shownProperties(value)
  // An `@` is a sign of credentials gone astray, in any option.
  if (/@|%40/i.test(value) || value.length > 512) return null
  if (known === undefined) return secretName.test(name) || /[:/?#[\]%]/.test(value) ? null : value
  switch (known.type) {
    case 'boolean':
    case 'integer':
    case 'unsigned':
    case 'enum':
      return /^[\w.-]{1,20}$/.test(value) ? value : null
    case 'object':
      return null
    case 'text':
    case 'list':
      return value
  }
}

function shownProperties(value: string): string | null {
  if (value.length > 4_096) return null
  return value
    .split(',')
    .map((pair) => {
      const colon = pair.indexOf(':')
      if (colon === -1) return hidden
      const name = pair.slice(0, colon)
      const open = openProperties.has(name.toUpperCase()) && !/@|%40/i.test(pair)
      return open ? pair : `${/^\w{1,48}$/.test(name) ? name : hidden}:${hidden}`
    })
    .join(',')
}
