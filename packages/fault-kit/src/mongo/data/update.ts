import { CommandFailure } from './failure.ts'
import { isFields } from '../fields.ts'
import type { Fields } from '../fields.ts'
import { valuesAt, withValueAt } from './values.ts'

/** The document after an update with operators, or in place of one. */
export function updated(document: Fields, update: Fields): Fields {
  const operators = Object.keys(update).filter((name) => name.startsWith('$'))
  if (operators.length === 0) return '_id' in document ? { _id: document['_id'], ...update } : update
  return operators.reduce((result, operator) => applied(result, operator, update[operator]), document)
}

/** What an upsert inserts: the equalities of the filter, then the update. */
export function upserted(filter: Fields, update: Fields): Fields {
  const base = Object.fromEntries(
    Object.entries(filter).filter(([name, value]) => !name.startsWith('$') && !isOperators(value)),
  )
  return updated(updated(base, update), { $set: objectOf(update['$setOnInsert']) })
}

function applied(document: Fields, operator: string, operand: unknown): Fields {
  return Object.entries(objectOf(operand)).reduce((result, [path, value]) => {
    const [old] = valuesAt(result, path)
    switch (operator) {
      case '$set':
        return withValueAt(result, path, value)
      case '$setOnInsert':
        return result
      case '$unset':
        return withValueAt(result, path, undefined)
      case '$inc':
        return withValueAt(result, path, Number(old ?? 0) + Number(value))
      case '$push':
        return withValueAt(result, path, [...(Array.isArray(old) ? old : []), value])
      case '$currentDate':
        return withValueAt(result, path, new Date())
      default:
        throw new CommandFailure(9, 'FailedToParse', `Unknown modifier: ${operator}`)
    }
  }, document)
}

function isOperators(value: unknown): boolean {
  return isFields(value) && Object.keys(value)[0]?.startsWith('$') === true
}

function objectOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}
