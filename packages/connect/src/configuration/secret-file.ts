import { readFileSync, statSync } from 'node:fs'

import type { Problems } from './variables.ts'

// A connection string with a hundred hosts has some thousand characters; a larger file is another file.
const largestFile = 1_048_576

/** The text of a file that a variable names, as secrets are mounted; null, and a problem, where it cannot be used. */
export function readSecret(path: string, variable: string, what: string, problems: Problems): string | null {
  const problem = (found: string): null => {
    problems.push({
      code: 'uri-empty',
      variable,
      expected: `the path of a readable file that holds ${what}`,
      how: `${found}: check that the secret is mounted there and that this user may read it.`,
    })
    return null
  }
  try {
    const about = statSync(path)
    if (!about.isFile()) return problem('What it names is not a file')
    if (about.size > largestFile) return problem('The file is larger than any connection string')
    const text = readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .trim()
    return text === '' ? problem('The file is empty') : text
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'it failed'
    return problem(`The file cannot be read (${code})`)
  }
}
