import { visible } from '@mongowhy/core'
import type { Candidate, Explanation } from '@mongowhy/explain'
import { wrapped } from '@mongowhy/report'
import type { Paint } from '@mongowhy/report'

/** An explanation for a person at a terminal; ends with a line break. */
export function explanationText(
  { driver, candidates, needs }: Explanation,
  titles: Readonly<Record<string, string>>,
  paint: Paint,
  columns: number,
): string {
  const width = Math.min(100, Math.max(60, columns))
  const hang = (label: string, text: string): readonly string[] =>
    wrapped(text, width - label.length).map(
      (line, index) => (index === 0 ? label : ' '.repeat(label.length)) + line,
    )
  const titleOf = ({ code }: Candidate): string => titles[code] ?? code
  const told = candidates.flatMap((candidate, index) => [
    '',
    `${index + 1}. ${paint.bold(titleOf(candidate))}`,
    `   ${paint.bold(candidate.certainty)}${paint.dim(` · ${candidate.code}`)}`,
    ...candidate.because.flatMap((words) => hang('   • ', `"${visible(words)}"`)),
    ...hang('   To be sure: ', candidate.confirm),
  ])
  const opening =
    candidates.length === 0
      ? [paint.warning('No cause is named in this text.')]
      : needs === null
        ? []
        : [paint.warning('This text does not decide. What it leaves possible:')]
  return [
    ...opening,
    ...told,
    ...(needs === null ? [] : ['', ...hang('', needs)]),
    '',
    paint.dim(
      `${driver === null ? 'Driver not recognised' : `Read as a text of: ${driver}`} · \`mongowhy causes CODE\` tells more of one`,
    ),
    '',
  ]
    .join('\n')
    .replace(/^\n/, '')
}
