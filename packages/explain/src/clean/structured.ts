// Longer lines are not parsed as JSON: an error is told in less, and the values would be held twice.
const longestLine = 65_536
const deepest = 8
const mostValues = 200

/** The texts inside a structured log line, one a line: `{"level":50,"err":{"message":"…","stack":"…\\n…"}}` read as people would. */
export function unstructured(line: string): string {
  if (line.length > longestLine) return line
  const brace = line.indexOf('{')
  if (brace !== -1 && brace <= 200 && line.trimEnd().endsWith('}')) {
    const read = fromJson(line.slice(brace))
    if (read !== null) return `${line.slice(0, brace)}${read}`
  }
  return unescaped(line)
}

function fromJson(text: string): string | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const lines: string[] = []
  gather(value, '', lines, 0)
  return lines.join('\n')
}

function gather(value: unknown, key: string, lines: string[], depth: number): void {
  if (depth > deepest || lines.length > mostValues) return
  if (Array.isArray(value)) {
    for (const item of value) gather(item, key, lines, depth + 1)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) gather(item, name, lines, depth + 1)
  } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    if (value !== '') lines.push(key === '' ? `${value}` : `${key}: ${value}`)
  }
}

/** Line breaks and quotes that stand escaped inside a quoted value, as logfmt and nested JSON write them. */
function unescaped(line: string): string {
  if (!line.includes('\\')) return line
  return line
    .replace(/\\\\(?=[nrt"])/g, '\\')
    .replace(/(?<![A-Za-z]:[\w\\. -]{0,80})\\[rn](?:\\n)?(?![\w.-]{1,40}\\)/g, '\n')
    .replace(/\\t/g, ' ')
    .replace(/\\(["'/])/g, '$1')
}
