import { readFileSync, statSync } from 'node:fs'

import { text } from './variables.ts'
import type { Environment, Problems } from './variables.ts'

/** A connection string and where it came from. */
export interface GivenUri {
  readonly uri: string
  /** `uri`, `MONGODB_URI`, `MONGODB_URI_FILE`, `fallbacks[0]`, `MONGODB_URI_FALLBACKS`. */
  readonly from: string
}

// A connection string with a hundred hosts has some thousand characters; a larger file is another file.
const largestFile = 1_048_576

/** The first connection string, as an option, a variable, or a file that a variable names. */
export function readUri(option: string | undefined, env: Environment, problems: Problems): GivenUri | null {
  if (option !== undefined) {
    if (option.trim() !== '') return { uri: option.trim(), from: 'uri' }
    problems.push(missing('uri'))
    return null
  }
  const given = text(env, 'MONGODB_URI')
  const file = text(env, 'MONGODB_URI_FILE')
  if (given !== undefined && file !== undefined) {
    problems.push({
      code: 'uri-not-applied',
      variable: 'MONGODB_URI',
      expected: 'one of MONGODB_URI and MONGODB_URI_FILE, not both',
      how: 'Unset one of them: which of the two was meant cannot be known.',
    })
    return null
  }
  if (given !== undefined) return { uri: given.trim(), from: 'MONGODB_URI' }
  if (file !== undefined) return readFrom(file, problems)
  problems.push(missing('MONGODB_URI'))
  return null
}

function missing(variable: string): Problems[number] {
  return {
    code: 'uri-empty',
    variable,
    expected: 'a connection string: mongodb://… or mongodb+srv://…',
    how: 'Set MONGODB_URI in the environment of this process (or MONGODB_URI_FILE, the path of a file that holds it), before connect() is called.',
  }
}

function readFrom(path: string, problems: Problems): GivenUri | null {
  const from = 'MONGODB_URI_FILE'
  const problem = (found: string): null => {
    problems.push({
      code: 'uri-empty',
      variable: from,
      expected: 'the path of a readable file that holds the connection string',
      how: `${found}: check that the secret is mounted there and that this user may read it.`,
    })
    return null
  }
  try {
    const { size } = statSync(path)
    if (!statSync(path).isFile()) return problem('What it names is not a file')
    if (size > largestFile) return problem('The file is larger than any connection string')
    const uri = readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .trim()
    return uri === '' ? problem('The file is empty') : { uri, from }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'it failed'
    return problem(`The file cannot be read (${code})`)
  }
}
