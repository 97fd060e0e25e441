/** A subject as MongoDB names it (RFC 2253): the most specific part first. Node gives a line for each, escaped already. */
export function subjectOf(lines: string): string {
  return lines.split('\n').reverse().join(',')
}
