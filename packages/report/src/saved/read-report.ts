import type { Citation, Evidence, NamedCause, Phrase, Report } from '@mongowhy/core'

import type { CauseDocument, CitationDocument, ReportDocument } from '../report-document.ts'
import { misfitText, parseJson, UnreadableDocument } from './parse.ts'
import { misfit } from './schema.ts'
import type { Json, Schema } from './schema.ts'

/** The schemas that ship with the package: what a renderer cannot read by itself, since it does no input or output. */
export interface Schemas {
  readonly diagnose: Schema
  readonly evidence: Schema
}

/** A report that was kept, once it is known to be one. Its verdict is that of the version that wrote it. */
export type SavedReport = Omit<ReportDocument, 'verdict' | 'stages'> & {
  /** null: only the evidence was kept. */
  readonly verdict: ReportDocument['verdict'] | null
  readonly stages: ReportDocument['stages']
}

type JsonObject = { readonly [name: string]: Json | undefined }

/**
 * Reads what `--json` or `--output` wrote, or the evidence out of it. Everything is checked before anything is used.
 * Throws an UnreadableDocument that names the place.
 */
export function readReport(text: string, schemas: Schemas): SavedReport {
  const value = parseJson(text)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new UnreadableDocument('it must hold a JSON object: what `mongowhy --json` or `--output` wrote')
  }
  const document = value as JsonObject
  checkFormat(document)
  const bare = document.evidence === undefined && document.looks !== undefined
  const evidence = checkedEvidence(
    bare ? document : document.evidence,
    schemas.evidence,
    bare ? '' : 'evidence',
  )
  if (bare) return { ...wrapping(evidence), evidence }
  const wrong = misfit(document, schemas.diagnose)
  if (wrong !== null) throw new UnreadableDocument(misfitText(wrong))
  // The schema has just made sure of the shape.
  return document as object as SavedReport
}

function checkFormat({ format, evidence, looks }: JsonObject): void {
  if (evidence === undefined && looks === undefined) {
    throw new UnreadableDocument(
      'it holds no evidence: only what `mongowhy --json` or `--output` wrote can be read',
    )
  }
  if (format === 1) return
  throw new UnreadableDocument(
    format === undefined
      ? '"format" is missing'
      : typeof format === 'number'
        ? `its format is ${format}, and this version reads format 1`
        : '"format" must be 1',
  )
}

function checkedEvidence(value: Json | undefined, schema: Schema, at: string): Evidence {
  const wrong = misfit(value, schema)
  if (wrong !== null) throw new UnreadableDocument(misfitText(wrong, at))
  // The schema, which is made from these very types, has just made sure of it.
  const evidence = value as object as Evidence
  const place = at === '' ? '' : `${at}.`
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(evidence.takenAt) || Number.isNaN(Date.parse(evidence.takenAt)))
    throw new UnreadableDocument(`${place}takenAt must be a time, as ISO 8601 writes it`)
  const met = new Set<string>()
  for (const [index, { id }] of evidence.looks.entries()) {
    if (!/^[a-z]+\.[a-z]+#\d{1,9}$/.test(id))
      throw new UnreadableDocument(`${place}looks[${index}].id must be like "tls.handshake#1"`)
    if (met.has(id)) throw new UnreadableDocument(`${place}looks[${index}].id stands there twice`)
    met.add(id)
  }
  return evidence
}

/** What can be said around evidence that was kept alone. */
function wrapping(evidence: Evidence): Omit<SavedReport, 'evidence'> {
  const uri = evidence.looks.find((look) => look.ask.probe === 'uri.parse' && look.status === 'seen')
  const redacted =
    uri?.status === 'seen' && uri.ask.probe === 'uri.parse' && 'redacted' in uri.saw ? uri.saw.redacted : ''
  const totalMs = evidence.looks.reduce(
    (last, look) => Math.max(last, look.status === 'skipped' ? 0 : look.startedAt + look.tookMs),
    0,
  )
  const unknown = 'unknown'
  return {
    format: 1,
    tool: { name: 'mongowhy', version: unknown, node: unknown, openssl: unknown, platform: unknown },
    target: { uri: redacted, source: unknown },
    interrupted: false,
    verdict: null,
    stages: [],
    timing: { totalMs, criticalPathMs: totalMs },
  }
}

/**
 * A saved report with the verdict that it was given when it was written. Its words become values: they come from a file,
 * so a renderer must escape them like any server's.
 */
export function reportAsSaved(saved: SavedReport, verdict: NonNullable<SavedReport['verdict']>): Report {
  return {
    ...saved,
    verdict: {
      ...verdict,
      headline: value(verdict.headline),
      primary: verdict.primary === null ? null : causeAsSaved(verdict.primary),
      others: verdict.others.map(causeAsSaved),
      advisories: verdict.advisories.map(causeAsSaved),
      ruledOut: verdict.ruledOut.map((each) => ({ ...each, because: each.because.map(citationAsSaved) })),
      disagreement: verdict.disagreement === null ? null : value(verdict.disagreement),
    },
    stages: saved.stages.map((line) => ({ ...line, summary: value(line.summary) })),
  }
}

function causeAsSaved(cause: CauseDocument): NamedCause {
  return {
    ...cause,
    title: value(cause.title),
    explanation: value(cause.explanation),
    because: cause.because.map(citationAsSaved),
    steps: cause.steps.map(value),
    confirm: cause.confirm === null ? null : value(cause.confirm),
    operator: cause.operator?.map(value) ?? [],
  }
}

function citationAsSaved({ look, endpoint, says }: CitationDocument): Citation {
  // Such an id may be any text here; a renderer shows it and follows it only where a look has it.
  return { look: look as `${string}#${number}`, endpoint, says: value(says) }
}

function value(text: string): Phrase {
  return { words: ['', ''], values: [text] }
}
