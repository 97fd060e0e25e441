import { longestText, mostStatements, mostTries } from './said.ts'
import type { Result, Said, Statement, Try } from './said.ts'
import { whenIn } from './when.ts'

// A block that says what was set is short; what is longer is a program.
const mostCode = 60

type Kind = 'tried' | 'concluded' | 'error' | 'other'

interface Item {
  readonly text: string
  readonly line: number
}

interface Part {
  readonly kind: Kind
  readonly title: string
  readonly items: readonly Item[]
  readonly code: readonly Item[]
  /** What a line like `**Results:** all failed` says of everything in the part. */
  readonly result: string
  /** The last line that introduces something: `It works with:`. */
  readonly label: string
  readonly at: string | null
}

const kinds: readonly (readonly [Kind, RegExp])[] = [
  // What somebody should do, or uses, is neither tried nor held to be so.
  [
    'other',
    /recommend|next step|to ?do|action item|environment (?:details|context|assessment)|^environment$|security (?:note|warning)|files? referenced|contact|checklist/i,
  ],
  [
    'concluded',
    /conclu|root cause|assess|evidence|eliminated|analysis|finding|status|diagnos(?:is|ed)|believe|summary|we think/i,
  ],
  [
    'tried',
    /tried|tries|timeline|phase|action|step|attempt|troubleshoot|upgrade|workaround|solution|fix|test|changed|what (?:we|i) did/i,
  ],
  ['error', /error|problem|symptom|message/i],
]

/**
 * What was said, from Markdown as people write it: headings tell what was tried from what was concluded, points are tries
 * or statements, a date stands in front of one, and what came of it after an arrow, or in a line of results.
 */
export function saidFromMarkdown(markdown: string): Said {
  const parts = partsOf(markdown)
  const tried = parts.filter(({ kind }) => kind === 'tried').flatMap(triesOf)
  return {
    error:
      errorOf(parts) ??
      tried.map(({ outcome }) => quotedError(outcome)).find((each) => each !== null) ??
      null,
    tried: tried.slice(0, mostTries),
    concluded: parts
      .filter(({ kind }) => kind === 'concluded')
      .flatMap(statementsOf)
      .slice(0, mostStatements),
  }
}

function partsOf(markdown: string): readonly Part[] {
  const parts: Part[] = []
  const kindsAbove: Kind[] = []
  let open = emptyPart('other', '')
  let fence: string | null = null
  const close = (): void => void parts.push(open)
  for (const [index, raw] of markdown.split(/\r?\n/).entries()) {
    const line = index + 1
    const mark = /^\s*(`{3,}|~{3,})/.exec(raw)?.[1]
    if (fence !== null) {
      if (mark !== undefined && raw.trim().startsWith(fence)) fence = null
      else if (open.code.length < mostCode)
        open = { ...open, code: [...open.code, { text: raw.trim(), line }] }
      continue
    }
    if (mark !== undefined) {
      fence = mark
      continue
    }
    const heading = /^(#{1,6})\s+(.*)$/.exec(raw)
    if (heading !== null) {
      close()
      const [, signs = '', title = ''] = heading
      const level = signs.length
      const kind = kindOf(title) ?? kindsAbove[level - 1] ?? 'other'
      kindsAbove.length = level
      kindsAbove[level] = kind
      open = emptyPart(kind, plain(title))
      continue
    }
    open = withLine(open, raw, line)
  }
  close()
  return parts
}

function emptyPart(kind: Kind, title: string): Part {
  return { kind, title, items: [], code: [], result: '', label: '', at: whenIn(title)?.at ?? null }
}

function kindOf(title: string): Kind | null {
  return kinds.find(([, words]) => words.test(title))?.[0] ?? null
}

function withLine(part: Part, raw: string, line: number): Part {
  if (part.items.length >= mostTries) return part
  const text = plain(raw).slice(0, longestText)
  if (text === '' || /^(?:security )?note:/i.test(text)) return part
  const labelled = /^(?:results?|critical finding|outcome)\s*:\s*(.*)$/i.exec(text)
  if (labelled !== null) return { ...part, result: `${part.result} ${labelled[1] ?? ''}`.trim() }
  const dated = /^(?:date|when)\s*:\s*(.*)$/i.exec(text)
  if (dated !== null) return { ...part, at: whenIn(dated[1] ?? '')?.at ?? part.at }
  const point = /^(\s*)(?:[-*+]|\d{1,3}[.)])\s+(.*)$/.exec(raw)
  if (point === null) {
    // A label that only introduces what follows says nothing by itself, but for how it went.
    if (text.endsWith(':')) return { ...part, label: text }
    return { ...part, items: [...part.items, { text, line }] }
  }
  const said = plain(point[2] ?? '')
  const last = part.items.at(-1)
  // A point under a point says more of it; after a line of results it is one of them.
  if ((point[1] ?? '').length > 1 && last !== undefined) {
    return {
      ...part,
      items: [
        ...part.items.slice(0, -1),
        { text: `${last.text}; ${said}`.slice(0, longestText), line: last.line },
      ],
    }
  }
  return { ...part, items: [...part.items, { text: said.slice(0, longestText), line }] }
}

function triesOf({ title, items, code, result, label, at }: Part): readonly Try[] {
  const own = items.map(({ text, line }): Try => {
    const when = whenIn(text)
    const bare = when === null ? text : text.replace(when.written, '').replace(/^[\s:,;–-]+/, '')
    const [what = '', ...rest] = bare.split(/\s*(?:→|=>|->|⇒)\s*/)
    const outcome = rest.join(' ').trim()
    return {
      at: when?.at ?? at,
      what,
      result: resultIn(outcome === '' ? `${/[✅❌✔✗]/u.test(what) ? what : ''} ${result}` : outcome),
      outcome,
      place: `line ${line}`,
    }
  })
  const results = own.filter(({ what, outcome }) => outcome === '' && /^[✅❌✔✗]/u.test(what))
  const acts = own.filter((each) => !results.includes(each))
  const options = code.filter(({ text }) => /[:=]/.test(text)).map(({ text }) => text)
  if (options.length === 0) return results.length > 0 && acts.length === 0 ? own : withResults(acts, results)
  const said = results.map(({ what }) => what).join('; ')
  const setting: Try = {
    at,
    what: `${title}: ${options.join(' ')}`.slice(0, longestText),
    result: resultIn(`${said} ${result} ${label}`),
    outcome: said,
    place: `line ${code[0]?.line ?? 1}`,
  }
  return [...acts, setting]
}

/** `✅ connected` under a list of acts is what came of them. */
function withResults(acts: readonly Try[], results: readonly Try[]): readonly Try[] {
  if (results.length === 0) return acts
  const outcome = results.map(({ what }) => what).join('; ')
  return acts.map((each) => (each.outcome === '' ? { ...each, outcome, result: resultIn(outcome) } : each))
}

function resultIn(text: string): Result {
  if (
    /\b(?:fail|error|refus|reject|persist|unable|time[ds]? ?out|no success|did(?: not|n['’]t) (?:work|help|change)|same|broke)|❌|✗/iu.test(
      text,
    )
  )
    return 'failed'
  return /\b(?:work|success|succeed|connected|operational|functional|confirmed|resolved|ok)|✅|✔/iu.test(text)
    ? 'worked'
    : 'unclear'
}

function statementsOf({ items }: Part): readonly Statement[] {
  return items.map(({ text, line }) => ({ text: text.slice(0, longestText), place: `line ${line}` }))
}

/** The words in the code block or between backticks under a heading that speaks of the error. */
function errorOf(parts: readonly Part[]): string | null {
  for (const { kind, title, code, items } of parts) {
    if (kind !== 'error' && !/error|problem/i.test(title)) continue
    if (code.length > 0)
      return code
        .map(({ text }) => text)
        .join('\n')
        .slice(0, longestText)
    const quoted = items.map(({ text }) => quotedError(text)).find((each) => each !== null)
    if (quoted !== undefined) return quoted
  }
  return null
}

/** `[SSL: …]`, `SomeError: …`: what looks like a program's own words. */
function quotedError(text: string): string | null {
  return /\[[A-Z][^\]]{4,}\]|\b\w*(?:Error|Exception)\b.{3,}/.exec(text)?.[0] ?? null
}

/** Without emphasis, code marks and the mark of a point. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/^(?:[-*+]|\d{1,3}[.)])\s+/, '')
    .replace(/\*\*|__|`/g, '')
    .trim()
}
