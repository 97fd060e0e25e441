import type { FoundSign } from './sign.ts'

// Where drivers and servers put the number of a server's error: PyMongo's repr, shell and Node documents, Java, Go, C#, logs.
const places = [
  /['"]?\bcode['"]?\s{0,2}[:=]\s{0,2}(?:NumberInt\()?(\d{1,5})\b(?!\.\d)/g,
  /\bcommand failed with error (\d{1,5})\b/gi,
  /\b(?:error code|errorcode|Code) (\d{1,5})\b/g,
  /\berror (\d{1,5}) \([A-Z]\w{3,50}\)/g,
  /\bwith error code (\d{1,5})\b/g,
  /: (\d{1,5}): [a-z]/g,
]

/** The names that servers print beside the number; a name alone is enough. */
const names: ReadonlyMap<string, number> = new Map([
  ['AuthenticationFailed', 18],
  ['UserNotFound', 11],
  ['Unauthorized', 13],
  ['AtlasError', 8000],
  ['MechanismUnavailable', 334],
  ['NotYetInitialized', 94],
  ['NotWritablePrimary', 10107],
  ['NotPrimaryNoSecondaryOk', 13435],
  ['NotPrimaryOrSecondary', 13436],
  ['InterruptedDueToReplStateChange', 11602],
  ['PrimarySteppedDown', 189],
  ['ShutdownInProgress', 91],
  ['MaxTimeMSExpired', 50],
  ['ExceededTimeLimit', 262],
  ['IllegalOperation', 20],
  ['WriteConcernFailed', 64],
  ['UnsatisfiableWriteConcern', 100],
  ['UnknownReplWriteConcern', 79],
  ['CursorNotFound', 43],
  ['UnsupportedOpQueryCommand', 352],
  ['LoadBalancerSupportMismatch', 354],
  ['APIVersionError', 322],
  ['APIStrictError', 323],
  ['APIDeprecationError', 324],
  ['OutOfDiskSpace', 14031],
  ['UserWritesBlocked', 371],
  ['KeyNotFound', 211],
  ['FailedToSatisfyReadPreference', 133],
  ['MaxStalenessOutOfRange', 160],
  ['TooManyFilesOpen', 264],
  ['IngressRequestRateLimitExceeded', 462],
  ['SplitHorizonChange', 303],
  ['ClientMetadataMissingField', 183],
  ['ClientMetadataAppNameTooLarge', 184],
  ['ClientMetadataDocumentTooLarge', 185],
  ['ClientMetadataCannotBeMutated', 186],
  ['ReauthenticationRequired', 391],
  ['InvalidJWT', 392],
  ['LDAPRoleAcquisitionError', 404],
  ['AuthenticationRestrictionUnmet', 214],
  ['DNSHostNotFound', 230],
  ['HostUnreachable', 6],
  ['NetworkTimeout', 89],
])

// Ruby's own class for a login that failed has the name of the code for a right that is missing.
const byName = new RegExp(`(?<!Auth::|\\b40[13]:? |HTTP )\\b(?:${[...names.keys()].join('|')})\\b`, 'g')

/** Numbers of server errors, as `server:18`. */
export function serverCodesIn(text: string): readonly FoundSign[] {
  const numbered = places.flatMap((place) =>
    [...text.matchAll(place)].map((match): FoundSign => ({
      sign: `server:${Number(match[1])}`,
      words: match[0],
      at: match.index,
    })),
  )
  const called = [...text.matchAll(byName)].map((match): FoundSign => ({
    sign: `server:${names.get(match[0]) ?? 0}`,
    words: match[0],
    at: match.index,
  }))
  return [...numbered, ...called]
}
