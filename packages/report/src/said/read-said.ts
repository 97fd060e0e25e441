import { misfitText, parseJson, UnreadableDocument } from '../saved/parse.ts'
import { misfit } from '../saved/schema.ts'
import type { Schema } from '../saved/schema.ts'
import { saidFromJson } from './read-json.ts'
import { saidFromMarkdown } from './read-markdown.ts'
import type { Said } from './said.ts'

/** Reads what people claimed and tried: JSON that fits the schema, or Markdown. Throws an UnreadableDocument. */
export function readSaid(text: string, schema: Schema): Said {
  if (!/^\s*[{[]/.test(text)) return saidFromMarkdown(text)
  const document = parseJson(text)
  const wrong = misfit(document, schema)
  if (wrong !== null) throw new UnreadableDocument(misfitText(wrong))
  return saidFromJson(document)
}
