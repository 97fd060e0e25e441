import type { CauseCode } from './stage.ts'

/** The programs whose texts `explain` can tell apart; `any` in a symptom means that several print it alike. */
export const driverNames = [
  'node',
  'mongoose',
  'prisma',
  'pymongo',
  'motor',
  'mongoengine',
  'django',
  'go',
  'java',
  'spring',
  'kotlin',
  'scala',
  'csharp',
  'rust',
  'php',
  'ruby',
  'perl',
  'elixir',
  'c',
  'cpp',
  'swift',
  'mongosh',
  'mongo-shell',
  'compass',
  'deno',
  'bun',
  'mongod',
] as const

export type DriverName = (typeof driverNames)[number] | 'any'

/**
 * A fact that `explain` decodes from a text, whatever words a driver puts it in: `alert:80` from OpenSSL's hex code, from
 * SecureTransport's -9838 and from Java's `internal_error`; `errno:refused` from 111, 61 and 10061; `host:atlas` from a name.
 */
export type Sign = `${SignKind}:${string}`

export type SignKind =
  | 'alert'
  | 'verify'
  | 'errno'
  | 'dns'
  | 'host'
  | 'uri'
  | 'peer'
  | 'socks'
  | 'exit'
  | 'server'
  | 'topology'
  | 'os'
  | 'in'
  | 'runtime'
  | 'version'
  | 'date'

/** Words that must match within one error text (bounded, without nested repetition), or a fact decoded from it. */
export type Clue = RegExp | Sign

/** How a driver prints a cause. `explain` reads these; nothing else may match on texts. */
export interface Symptom {
  readonly driver: DriverName
  readonly pattern: Clue
  /** What must be found as well, anywhere in what was pasted. */
  readonly with?: readonly Clue[]
  /** What speaks against it, anywhere in what was pasted: then another cause prints the same words. */
  readonly unless?: readonly Clue[]
  /** How far the words alone decide. */
  readonly certainty: 'certain' | 'likely' | 'possible'
  /** Order among symptoms of one certainty: positive for the more specific, negative for what others usually explain. From -9 to 9. */
  readonly weight?: number
  /** It follows upon another error, or is a notice: beside another cause that is at least likely it is only possible. */
  readonly yields?: true
  /** A real text that the pattern matches, and where it was recorded. */
  readonly sample: string
}

/** The symptoms of one cause. */
export interface Symptoms {
  readonly code: CauseCode
  /** The check that tells it from what prints the same words; one sentence. */
  readonly confirm?: string
  readonly symptoms: readonly Symptom[]
}
