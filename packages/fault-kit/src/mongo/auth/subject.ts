/** A subject as MongoDB names it (RFC 2253): the most specific part first, joined with commas. */
export function subjectOf(lines: string): string {
  return lines
    .split('\n')
    .reverse()
    .map((part) => {
      const equals = part.indexOf('=')
      return `${part.slice(0, equals)}=${escaped(part.slice(equals + 1))}`
    })
    .join(',')
}

function escaped(value: string): string {
  return value
    .replace(/[,+"\\<>;]/g, '\\$&')
    .replace(/^[# ]/, '\\$&')
    .replace(/ $/, '\\ ')
}
