import { redactText, usersHidden } from './redact-text.ts'
import type { Users } from './redact-text.ts'
import type { Secret } from './secret.ts'

const changed = <T>(value: T, change: (text: string) => string): T => {
  // The shape stays what it was: only texts change, and their type is `string` before and after.
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((each: unknown) => changed(each, change)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, changed(each, change)])) as T
}

/** Plain data with every text in it redacted; names of properties stay. */
export function redactValue<T>(value: T, secrets: readonly Secret[], users: Users = usersHidden): T {
  return changed(value, (text) => redactText(text, secrets, users))
}
