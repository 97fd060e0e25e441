import type { Configuration } from '../configuration/configuration.ts'

/** Every secret of the connection strings, in the forms in which it could turn up in a text. */
export function secretsOf({ seats }: Configuration): readonly string[] {
  return seats.flatMap(({ secrets }) => secrets)
}
