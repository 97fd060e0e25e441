// DEL, C1, bidirectional and invisible characters: JSON lets them stand raw, and a terminal would obey them.
const raw = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g

/** A document as JSON text that is safe to print: reads back as the very same values, shows nothing invisible. */
export function documentText(document: object, indent: number = 2): string {
  return JSON.stringify(document, null, indent).replace(
    raw,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
