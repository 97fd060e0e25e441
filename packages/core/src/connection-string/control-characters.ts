import type { UriFault } from '../sightings/index.ts'

const forging =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g

/** Control, bidirectional and zero-width characters; the first sixteen. */
export function controlCharacters(text: string, from: number, to: number): readonly UriFault[] {
  const faults: UriFault[] = []
  forging.lastIndex = from
  for (let match = forging.exec(text); match !== null && match.index < to; match = forging.exec(text)) {
    faults.push({
      kind: 'control-character',
      codePoint: match[0].charCodeAt(0),
      offset: match.index,
      length: 1,
    })
    if (faults.length === 16) break
  }
  return faults
}
