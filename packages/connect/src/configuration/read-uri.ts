import { readSecret } from './secret-file.ts'
import { text } from './variables.ts'
import type { Environment, Problems } from './variables.ts'

/** A connection string and where it came from. */
export interface GivenUri {
  readonly uri: string
  /** `uri`, `MONGODB_URI`, `MONGODB_URI_FILE`, `fallbacks[0]`, `MONGODB_URI_FALLBACKS`. */
  readonly from: string
}

/** The first connection string, as an option, a variable, or a file that a variable names. */
export function readUri(option: string | undefined, env: Environment, problems: Problems): GivenUri | null {
  if (option !== undefined) {
    // A caller without types may pass anything, such as a setting of its own that was never set.
    if (typeof option === 'string' && option.trim() !== '') return { uri: option.trim(), from: 'uri' }
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
  if (file !== undefined) {
    const uri = readSecret(file, 'MONGODB_URI_FILE', 'the connection string', problems)
    return uri === null ? null : { uri, from: 'MONGODB_URI_FILE' }
  }
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
