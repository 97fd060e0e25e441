import { decodeLeniently } from '../connection-string/percent.ts'
import { base64Forms, hexForms } from './bytes.ts'
import type { Secret } from './secret.ts'

/** Longer values are searched for by their beginning: whatever prints them prints that too. UTF-16 units. */
const longest = 65_536
const searched = 256

// Shorter ones, turned round or in Base64, are parts of ordinary words.
const shortestReversed = 6

const known = new WeakMap<Secret, readonly string[]>()

/**
 * Every text in which a secret may stand in the words of others or in ours: raw and decoded; encoded for a URL once and
 * twice, and as forms are; as JSON, HTML and Python write it; in Base64 and
 * hexadecimal, alone or within more; reversed; composed and decomposed.
 * The longest first, so that a piece does not hide that the whole stood there.
 */
export function formsOf(secret: Secret): readonly string[] {
  const cached = known.get(secret)
  if (cached !== undefined) return cached
  const made = [...new Set(allForms(secret.reveal()))]
    .filter((form) => form !== '')
    .sort((a, b) => b.length - a.length)
  known.set(secret, made)
  return made
}

function allForms(value: string): readonly string[] {
  if (value.length > longest) return [value.slice(0, searched)]
  const decoded = decodeLeniently(value)
  // Composed and decomposed, and as SASLprep makes of it what a login sends.
  const normalised = ['NFC', 'NFD', 'NFKC'].map((form) => wellFormed(decoded).normalize(form))
  const plain = new Set([value, decoded, ...normalised])
  return [...plain].flatMap((form) => [
    form,
    ...encoded(form),
    ...escaped(form),
    ...bytes(form),
    ...reversed(form),
  ])
}

function encoded(form: string): readonly string[] {
  const once = encodeURIComponent(wellFormed(form))
  const strict = once.replace(/[!'()*~]/g, percent)
  return [
    once,
    strict,
    strict.replaceAll('%20', '+'),
    new URLSearchParams({ _: form }).toString().slice('_='.length),
    encodeURI(wellFormed(form)),
    encodeURIComponent(once),
    encodeURIComponent(strict),
    // Everything but letters and digits, as some tools do.
    wellFormed(form).replace(/[^a-z\d]/giu, percent),
  ]
}

function percent(char: string): string {
  const code = encodeURIComponent(char)
  return code === char ? `%${char.charCodeAt(0).toString(16)}` : code
}

function escaped(form: string): readonly string[] {
  const json = JSON.stringify(form).slice(1, -1)
  return [
    json,
    JSON.stringify(json).slice(1, -1),
    json.replaceAll('/', '\\/'),
    form.replaceAll("'", "\\'"),
    json.replace(/[^ -~]/g, hexEscape),
    html(form, '&quot;', '&#39;'),
    html(form, '&#34;', '&#x27;'),
    form.replace(/[^\w\s]/g, '\\$&'),
    // Python's bytes, and characters by number in HTML and XML.
    ...byteEscapes.map((escape) => Array.from(new TextEncoder().encode(form), escape).join('')),
    form.replaceAll("'", String.raw`'\''`),
    ...(form.length < shortestReversed ? [] : [form.split('').join('\0')]),
    form.replace(/[^\w\s]/gu, (char) => `&#${char.codePointAt(0)};`),
    form.replace(/[^\w\s]/gu, (char) => `&#x${char.codePointAt(0)?.toString(16)};`),
  ]
}

function hexEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** How programs write bytes beyond ASCII: Python's, a shell's, quoted-printable, and UTF-8 that was read as Latin-1. */
const byteEscapes: readonly ((byte: number) => string)[] = [
  (byte) => plainOr(byte, `\\x${byte.toString(16).padStart(2, '0')}`),
  (byte) => plainOr(byte, `\\${byte.toString(8).padStart(3, '0')}`),
  (byte) => (byte === 61 ? '=3D' : plainOr(byte, `=${byte.toString(16).padStart(2, '0')}`)),
  (byte) => String.fromCharCode(byte),
]

function plainOr(byte: number, escape: string): string {
  return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : escape
}

function html(form: string, quote: string, apostrophe: string): string {
  return form
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', quote)
    .replaceAll("'", apostrophe)
}

function bytes(form: string): readonly string[] {
  const utf8 = new TextEncoder().encode(form)
  const utf16 = Uint8Array.from(
    form.split('').flatMap((unit) => [unit.charCodeAt(0) & 255, unit.charCodeAt(0) >> 8]),
  )
  return [utf8, utf16].flatMap((each) => [...base64Forms(each), ...hexForms(each)])
}

function reversed(form: string): readonly string[] {
  return form.length < shortestReversed ? [] : [Array.from(form).reverse().join('')]
}

/** `encodeURIComponent` throws on half a surrogate pair. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}
