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
 * twice, and as forms are; as JSON, HTML and Python write it; in Base64 and hexadecimal, alone or within more; reversed.
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
  const plain = value === decoded ? [value] : [value, decoded]
  return plain.flatMap((form) => [
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
  ]
}

function hexEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
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
  return [...base64Forms(utf8), ...hexForms(utf8)]
}

function reversed(form: string): readonly string[] {
  return form.length < shortestReversed ? [] : [Array.from(form).reverse().join('')]
}

/** `encodeURIComponent` throws on half a surrogate pair. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}
