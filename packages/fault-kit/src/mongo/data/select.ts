import { isFields, numberOf } from '../fields.ts'
import type { Fields } from '../fields.ts'
import { CommandFailure } from './failure.ts'
import { matches } from './match.ts'
import { compareValues, valuesAt } from './values.ts'

/** The documents of `find`: sorted, skipped, limited, projected. */
export function selected(documents: readonly Fields[], command: Fields): readonly Fields[] {
  const { sort, projection } = command
  const sorted = isFields(sort) ? sortedBy(documents, sort) : documents
  const from = numberOf(command, 'skip') ?? 0
  const limit = Math.abs(numberOf(command, 'limit') ?? 0)
  const some = sorted.slice(from, limit === 0 ? undefined : from + limit)
  return isFields(projection) ? some.map((document) => projected(document, projection)) : some
}

/** The stages of an aggregation that counts, checks and reads need. */
export function aggregated(documents: readonly Fields[], pipeline: readonly Fields[]): readonly Fields[] {
  return pipeline.reduce((input, stage) => {
    const [name = '', operand] = Object.entries(stage)[0] ?? []
    const fields = isFields(operand) ? operand : {}
    switch (name) {
      case '$match':
        return input.filter((document) => matches(document, fields))
      case '$sort':
        return sortedBy(input, fields)
      case '$skip':
        return input.slice(Number(operand))
      case '$limit':
        return input.slice(0, Number(operand))
      case '$project':
        return input.map((document) => projected(document, fields))
      case '$count':
        return input.length === 0 ? [] : [{ [String(operand)]: input.length }]
      case '$group':
        return counted(input, fields)
      default:
        throw new CommandFailure(40324, 'Location40324', `Unrecognized pipeline stage name: '${name}'`)
    }
  }, documents)
}

/** A group of everything, with sums of a constant: what `countDocuments` asks. */
function counted(input: readonly Fields[], group: Fields): readonly Fields[] {
  if (input.length === 0) return []
  const sums = Object.entries(group).flatMap(([name, how]): readonly (readonly [string, number])[] =>
    isFields(how) && typeof how['$sum'] === 'number' ? [[name, how['$sum'] * input.length]] : [],
  )
  return [{ _id: group['_id'], ...Object.fromEntries(sums) }]
}

export function sortedBy(documents: readonly Fields[], sort: Fields): readonly Fields[] {
  return [...documents].sort((a, b) => {
    for (const [path, direction] of Object.entries(sort)) {
      const order = compareValues(valuesAt(a, path)[0], valuesAt(b, path)[0]) ?? 0
      if (order !== 0) return order * Number(direction)
    }
    return 0
  })
}

function projected(document: Fields, projection: Fields): Fields {
  const { _id: id, ...others } = projection
  const names = Object.keys(others)
  const including = names.length === 0 ? Boolean(id) : names.some((name) => Boolean(others[name]))
  return Object.fromEntries(
    Object.entries(document).filter(([name]) => {
      if (name === '_id') return id === undefined || Boolean(id)
      return names.includes(name) === including
    }),
  )
}
