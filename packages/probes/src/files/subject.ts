const longest = 400

/**
 * A subject as MongoDB names the user of a client certificate (RFC 2253): the most specific part first, joined with
 * commas. Takes Node's form, a line for each part, special characters escaped already. At most 400 characters.
 */
export function subjectOf(lines: string): string {
  return lines.split('\n').reverse().join(',').slice(0, longest)
}
