import { CommandFailure } from './failure.ts'
import { isFields } from '../fields.ts'
import type { Fields } from '../fields.ts'
import { compareValues, sameValue, valuesAt } from './values.ts'

/** Whether a document meets a filter; throws a `CommandFailure` on an operator that is not known here. */
export function matches(document: Fields, filter: Fields): boolean {
  return Object.entries(filter).every(([name, wanted]) => {
    switch (name) {
      case '$and':
        return branches(wanted).every((each) => matches(document, each))
      case '$or':
        return branches(wanted).some((each) => matches(document, each))
      case '$nor':
        return !branches(wanted).some((each) => matches(document, each))
      case '$comment':
        return true
      default:
        if (name.startsWith('$')) throw unknownOperator(name)
        return meets(valuesAt(document, name), wanted)
    }
  })
}

function branches(wanted: unknown): readonly Fields[] {
  return Array.isArray(wanted) ? wanted.filter(isFields) : []
}

function meets(values: readonly unknown[], wanted: unknown): boolean {
  if (!isOperators(wanted)) return equals(values, wanted)
  return Object.entries(wanted).every(([operator, operand]) => holds(values, operator, operand))
}

function holds(values: readonly unknown[], operator: string, operand: unknown): boolean {
  switch (operator) {
    case '$eq':
      return equals(values, operand)
    case '$ne':
      return !equals(values, operand)
    case '$in':
      return Array.isArray(operand) && operand.some((each) => equals(values, each))
    case '$nin':
      return !(Array.isArray(operand) && operand.some((each) => equals(values, each)))
    case '$exists':
      return values.some((value) => value !== undefined) === Boolean(operand)
    case '$not':
      return !meets(values, operand)
    case '$gt':
      return compares(values, operand, (order) => order > 0)
    case '$gte':
      return compares(values, operand, (order) => order >= 0)
    case '$lt':
      return compares(values, operand, (order) => order < 0)
    case '$lte':
      return compares(values, operand, (order) => order <= 0)
    default:
      throw unknownOperator(operator)
  }
}

/** A list holds its entries; null is also what is not there. */
function equals(values: readonly unknown[], wanted: unknown): boolean {
  return values.some(
    (value) =>
      sameValue(value, wanted) || (Array.isArray(value) && value.some((entry) => sameValue(entry, wanted))),
  )
}

function compares(values: readonly unknown[], operand: unknown, test: (order: number) => boolean): boolean {
  return values.flat().some((value) => {
    const order = compareValues(value, operand)
    return order !== null && test(order)
  })
}

function isOperators(value: unknown): value is Fields {
  return isFields(value) && Object.keys(value)[0]?.startsWith('$') === true
}

function unknownOperator(name: string): CommandFailure {
  return new CommandFailure(2, 'BadValue', `unknown operator: ${name}`)
}
