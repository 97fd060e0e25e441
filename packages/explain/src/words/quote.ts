// Longer quotations are cut: the words that matched come first.
const longest = 240

/** Words that matched, in one line and of readable length. */
export function quoted(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`
}
