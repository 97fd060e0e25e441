import type { UriFault } from '@mongowhy/core'

export type Rule = readonly [outcome: 'accepts' | 'warns' | 'refuses', message: string | null]

interface Rules {
  readonly specification: Rule
  readonly pymongo: Rule
  readonly go: Rule
  readonly java: Rule
}

const accepts: Rule = ['accepts', null]
const silentlyRefuses: Rule = ['refuses', null]
const refuses = (message: string): Rule => ['refuses', message]
const warns = (message: string): Rule => ['warns', message]

const escaped = refuses(
  'InvalidURI: Username and password must be escaped according to RFC 3986, use urllib.parse.quote_plus',
)
const prefix = refuses(
  "IllegalArgumentException: The connection string is invalid. Connection strings must start with either 'mongodb://' or 'mongodb+srv://'",
)
const scheme: Rules = {
  specification: silentlyRefuses,
  pymongo: refuses("InvalidURI: Invalid URI scheme: URI must begin with 'mongodb://' or 'mongodb+srv://'"),
  go: refuses('error parsing uri: scheme must be "mongodb" or "mongodb+srv"'),
  java: prefix,
}

/**
 * What each driver does with each fault, from their published sources: PyMongo 4 `uri_parser_shared.py`, the Go driver's
 * `connstring.go`, the Java driver's `ConnectionString.java`. Where a driver's words depend on values, none are given.
 */
export const rules: Readonly<Record<UriFault['kind'], Rules>> = {
  empty: scheme,
  scheme,
  'unescaped-at': {
    specification: silentlyRefuses,
    pymongo: escaped,
    go: refuses('error parsing uri: unescaped @ sign in user info'),
    java: refuses(
      'IllegalArgumentException: The connection string contains invalid user information. If the username or password contains a colon (:) or an at-sign (@) then it must be urlencoded',
    ),
  },
  'unescaped-reserved': {
    specification: silentlyRefuses,
    pymongo: escaped,
    go: refuses('error parsing uri: unescaped slash in password'),
    java: refuses('IllegalArgumentException: The connection string contains invalid user information.'),
  },
  'bare-percent': {
    specification: silentlyRefuses,
    pymongo: escaped,
    go: refuses('error parsing uri: invalid password: invalid URL escape'),
    java: refuses('IllegalArgumentException: The connection string contains invalid user information.'),
  },
  placeholder: { specification: accepts, pymongo: accepts, go: accepts, java: accepts },
  'srv-port': {
    specification: silentlyRefuses,
    pymongo: refuses('InvalidURI: mongodb+srv:// URIs must not include a port number'),
    go: refuses('error parsing uri: URI with srv must not include a port number'),
    java: silentlyRefuses,
  },
  'srv-many-hosts': {
    specification: silentlyRefuses,
    pymongo: refuses('InvalidURI: mongodb+srv:// URIs must include one, and only one, hostname'),
    go: refuses('error parsing uri: URI with SRV must include one and only one hostname'),
    java: silentlyRefuses,
  },
  'srv-address': {
    specification: silentlyRefuses,
    pymongo: refuses(
      "ConfigurationError: Invalid URI host: an IP address is not a valid hostname for 'mongodb+srv://'",
    ),
    go: silentlyRefuses,
    java: silentlyRefuses,
  },
  'host-missing': {
    specification: silentlyRefuses,
    pymongo: refuses('InvalidURI: Must provide at least one hostname or IP'),
    go: refuses('error parsing uri: must have at least 1 host'),
    java: silentlyRefuses,
  },
  'host-invalid': {
    specification: silentlyRefuses,
    pymongo: silentlyRefuses,
    go: silentlyRefuses,
    java: silentlyRefuses,
  },
  'port-invalid': {
    specification: silentlyRefuses,
    pymongo: refuses('ValueError: Port must be an integer between 0 and 65535'),
    go: refuses('error parsing uri: port must be in the range [1, 65535]'),
    java: silentlyRefuses,
  },
  'options-glued': { specification: accepts, pymongo: accepts, go: accepts, java: accepts },
  'option-unknown': {
    specification: warns('unrecognised keys are ignored with a warning'),
    pymongo: warns('UserWarning: Unknown option'),
    go: accepts,
    java: warns('Connection string contains unsupported option'),
  },
  'option-value': {
    specification: warns('unsupported values are ignored with a warning'),
    pymongo: warns('UserWarning'),
    go: silentlyRefuses,
    java: warns('is not a valid value'),
  },
  'tls-conflict': {
    specification: silentlyRefuses,
    pymongo: refuses('InvalidURI: Can not specify conflicting values for URI options'),
    go: silentlyRefuses,
    java: silentlyRefuses,
  },
  'topology-conflict': {
    specification: silentlyRefuses,
    pymongo: refuses('ConfigurationError'),
    go: silentlyRefuses,
    java: silentlyRefuses,
  },
  'auth-options': {
    specification: silentlyRefuses,
    pymongo: silentlyRefuses,
    go: silentlyRefuses,
    java: silentlyRefuses,
  },
  obsolete: {
    specification: warns('deprecated'),
    pymongo: warns('DeprecationWarning'),
    go: accepts,
    java: warns('deprecated'),
  },
  'shell-escape': { specification: accepts, pymongo: accepts, go: accepts, java: accepts },
  'too-long': { specification: accepts, pymongo: accepts, go: accepts, java: accepts },
  'control-character': { specification: accepts, pymongo: accepts, go: accepts, java: accepts },
}
