/** The part of Standard Schema (standardschema.dev, version 1) that types need. */
export interface StandardSchema<Output = unknown> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => unknown
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined
  }
}

/** The type that a schema produces. */
export type OutputOf<Schema> = Schema extends { readonly '~standard': { readonly types?: infer Types } }
  ? NonNullable<Types> extends { readonly output: infer Output }
    ? Output
    : unknown
  : unknown

/** A schema that is a type and nothing else: `schema: type<User>()`. It validates nothing. */
export function type<Output>(): StandardSchema<Output> {
  return { '~standard': { version: 1, vendor: 'mongowhy', validate: (value) => ({ value }) } }
}
