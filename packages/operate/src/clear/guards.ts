/** What may not be cleared, and by whom it was said. */
export interface Guards {
  readonly nodeEnv: string | undefined
  /** Patterns of database names and hosts, `*` standing for anything, from the configuration and `--protect`. */
  readonly protect: readonly string[]
  /** Someone at a terminal said `--allow-protected`. */
  readonly allowProtected: boolean
}

/** Why this database at these hosts must not be cleared; null: no guard speaks against it. */
export function refusalOf(
  { nodeEnv, protect, allowProtected }: Guards,
  database: string,
  hosts: readonly string[],
): string | null {
  if (nodeEnv === 'production') return 'NODE_ENV is production: nothing is cleared there'
  if (allowProtected) return null
  for (const pattern of protect) {
    const found = [database, ...hosts].find((name) => matches(pattern, name))
    if (found !== undefined) return `${found} is protected by the pattern ${pattern}`
  }
  return null
}

/** Whether a name matches a pattern as a whole, without regard to case. Runs in time linear in both, whatever the stars. */
export function matches(pattern: string, name: string): boolean {
  const parts = pattern.toLowerCase().split('*')
  const text = name.toLowerCase()
  const [first = '', ...rest] = parts
  if (rest.length === 0) return text === first
  if (!text.startsWith(first)) return false
  const last = rest.pop() ?? ''
  let at = first.length
  for (const part of rest) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}
