import { problemOfName } from '../collections/define.ts'
import type { ConnectOptions } from '../options.ts'
import type { Problems } from './variables.ts'

/**
 * Checks what types alone would keep right: a caller without them, or one whose settings come from a file, may pass
 * anything, and would otherwise be told of it when the connection is open already.
 */
export function checkCallers(options: ConnectOptions, problems: Problems): void {
  const wrong = (variable: string, expected: string): void => {
    problems.push({ code: 'uri-option-value', variable, expected, how: 'Set it right, or take it out.' })
  }
  const { collections, logger, onEvent }: Readonly<Record<string, unknown>> = { ...options }
  if (onEvent !== undefined && typeof onEvent !== 'function') wrong('onEvent', 'a function')
  if ((logger ?? null) !== null && !isLogger(logger))
    wrong('logger', 'an object with the methods info, warn and error')
  if ((collections ?? null) === null) return
  if (!isObject(collections)) return wrong('collections', 'what defineCollections() returns')
  for (const [accessor, definition] of Object.entries(collections)) {
    const variable = `collections.${JSON.stringify(accessor).slice(1, -1)}`
    if (!isObject(definition)) {
      wrong(variable, 'a definition: { name, schema, indexes, validator }, all of them optional')
      continue
    }
    const { name = accessor, indexes = [] } = definition
    const problem = problemOfName(name)
    if (problem !== null) wrong(`${variable}.name`, `a name that a collection can have: ${problem}`)
    if (!Array.isArray(indexes) || !indexes.every((each) => isObject(each) && isObject(each['key'])))
      wrong(`${variable}.indexes`, 'a list of indexes, each with its key: { key: { email: 1 } }')
  }
}

function isLogger(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return ['info', 'warn', 'error'].every((name) => typeof Reflect.get(value, name) === 'function')
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
