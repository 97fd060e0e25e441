import type { FallbackOption } from '../options.ts'
import type { GivenSeat } from './configuration.ts'
import { readSecret } from './secret-file.ts'
import { text } from './variables.ts'
import type { Environment, Problems } from './variables.ts'

/** The fallbacks in order: those of the option, or else those of the environment, which are read-only. */
export function readFallbacks(
  option: readonly FallbackOption[] | undefined,
  env: Environment,
  problems: Problems,
): readonly GivenSeat[] {
  const given = option === undefined ? ofEnvironment(env, problems) : [option].flat().map(ofOption)
  return given.map((each, at) => ({ ...each, index: at + 1 }))
}

type Given = Omit<GivenSeat, 'index'>

function ofOption(each: FallbackOption, at: number): Given {
  // A caller without types may have put anything there; what is no text is an empty one, and named as such.
  const { uri, readOnly = true } = typeof each === 'object' && each !== null ? each : { uri: each }
  return { uri: typeof uri === 'string' ? uri.trim() : '', readOnly, from: `fallbacks[${at}]` }
}

function ofEnvironment(env: Environment, problems: Problems): readonly Given[] {
  const [name, file] = ['MONGODB_URI_FALLBACKS', 'MONGODB_URI_FALLBACKS_FILE']
  const [listed, path] = [text(env, name), text(env, file)]
  if (listed !== undefined && path !== undefined) {
    problems.push({
      code: 'uri-not-applied',
      variable: name,
      expected: `one of ${name} and ${file}, not both`,
      how: 'Unset one of them: which of the two was meant cannot be known.',
    })
    return []
  }
  const list = path === undefined ? listed : readSecret(path, file, 'connection strings', problems)
  const from = path === undefined ? name : file
  return (list ?? '')
    .split(/\s+/)
    .filter((uri) => uri !== '')
    .map((uri) => ({ uri, readOnly: true, from }))
}
