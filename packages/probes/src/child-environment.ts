/**
 * The environment of a child process: the variables named, where they are set, and nothing else. Ours may hold the
 * connection string, and what a process was started with can be read for as long as it runs.
 */
export function childEnvironment(
  names: readonly string[],
  also: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const env: Record<string, string> = { ...also }
  for (const name of names) {
    const value = process.env[name]
    if (value !== undefined) env[name] = value
  }
  return env
}
