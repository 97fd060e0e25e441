import type { Arguments } from './arguments/parse.ts'
import { UsageError } from './exit-status.ts'

const forms = ['json', 'markdown', 'html'] as const

export type OutputForm = (typeof forms)[number] | 'terminal'

/** The form that was asked for; throws a UsageError where it was more than one. */
export function formOf(args: Arguments): OutputForm {
  const [first = 'terminal', second] = forms.filter((form) => args.flag(form))
  if (second !== undefined) throw new UsageError(`--${first} and --${second} exclude each other`)
  return first
}
