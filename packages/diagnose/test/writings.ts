import type { Report } from '@mongowhy/core'
import { documentText, renderHtml, renderMarkdown, renderTerminal, reportDocument } from '@mongowhy/report'

/** Everything that is ever written of a report, by what it is. */
export function writingsOf(report: Report): ReadonlyMap<string, string> {
  const style = { colour: false, width: 100, verbose: false, quiet: false }
  const support = {
    runs: [{ report, file: null }],
    said: null,
    contact: null,
    cluster: null,
    textsOf: () => [],
  } as const
  return new Map([
    ['the report itself', JSON.stringify(report)],
    ['--json', documentText(reportDocument(report))],
    ['text', renderTerminal(report, style)],
    ['--verbose', renderTerminal(report, { ...style, verbose: true, colour: true })],
    ['--quiet', renderTerminal(report, { ...style, quiet: true })],
    ['--markdown', renderMarkdown(support)],
    ['--html', renderHtml(support)],
  ])
}

/** Where a password stands in them: as it is, encoded as a URL has it, in base 64 or in hexadecimal. */
export function leaksIn(writings: ReadonlyMap<string, string>, password: string): readonly string[] {
  const bytes = Buffer.from(password)
  const forms = [
    password,
    encodeURIComponent(password),
    Array.from(bytes, (byte) => `%${byte.toString(16)}`).join(''),
    bytes.toString('hex'),
    // The same letters in base 64 look different after one or two other bytes; the ends depend on what stands beside.
    ...[0, 1, 2].map((shift) => {
      const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
      return encoded.slice(shift === 0 ? 0 : shift + 1, -4)
    }),
  ].map((form) => form.toLowerCase())
  return [...writings]
    .filter(([, text]) => forms.some((form) => text.toLowerCase().includes(form)))
    .map(([name]) => name)
}
