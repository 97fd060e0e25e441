import type { SourceFile } from './source-files.ts'

/** A name in the source, and where it stands first. */
export interface NamedIn {
  readonly name: string
  /** `src/users.ts:12`. */
  readonly place: string
}

/** What the source says of its collections. */
export interface NamesInSource {
  /** Names of collections that are asked for by a text: `db.collection('users')`. */
  readonly used: readonly NamedIn[]
  /** Accessors and functions that are used and stand nowhere: `mongo.collections.webhoks`, `get_webhooks_collection()`. */
  readonly undefined: readonly NamedIn[]
}

const byText =
  /\b(?:collection|get_collection|getCollection)(?:<[^<>()]{0,200}>)?\(\s*(["'`])([A-Za-z_][\w.-]{0,119})\1/g
const byAccessor = /\.collections\.([A-Za-z_$][\w$]{0,119})/g
const byFunction = /(?<![.\w$])(get_\w{1,80}_collection|get[A-Z]\w{0,80}Collection)\s*\(/g

// A key of the object that is given to defineCollections(), at its own level.
const key = /(?:^|[{,])\s*(?:(["'])([\w$-]+)\1|([A-Za-z_$][\w$]*))\s*:/g

/** Gathers names file by file. Texts alone are read: what is computed at run time is not seen, and not reported. */
export class CollectionNames {
  readonly #used = new Map<string, string>()
  readonly #accessors = new Map<string, string>()
  readonly #called = new Map<string, string>()
  readonly #defined = new Set<string>()
  readonly #functions = new Set<string>()
  #definitions = false

  add({ path, text }: SourceFile): void {
    const code = withoutComments(text)
    for (const { 2: name = '', index } of code.matchAll(byText)) note(this.#used, name, path, code, index)
    for (const { 1: name = '', index } of code.matchAll(byAccessor))
      note(this.#accessors, name, path, code, index)
    for (const { 1: name = '', index } of code.matchAll(byFunction))
      if (!isDefinition(code, index, name)) note(this.#called, name, path, code, index)
    for (const name of functionsOf(code)) this.#functions.add(name)
    for (const body of definitionsOf(code)) {
      this.#definitions = true
      for (const name of keysOf(body)) this.#defined.add(name)
    }
  }

  found(): NamesInSource {
    // Without definitions of ours, `.collections` may be anybody's property.
    const accessors = this.#definitions
      ? [...this.#accessors].filter(([name]) => !this.#defined.has(name))
      : []
    const functions = [...this.#called].filter(([name]) => !this.#functions.has(name))
    const listed = (from: readonly (readonly [string, string])[]): readonly NamedIn[] =>
      from.map(([name, place]) => ({ name, place }))
    return { used: listed([...this.#used]), undefined: listed([...accessors, ...functions]) }
  }
}

function note(into: Map<string, string>, name: string, path: string, code: string, index: number): void {
  if (!into.has(name)) into.set(name, `${path}:${code.slice(0, index).split('\n').length}`)
}

/** Comments blanked out, line breaks kept, so that places stay right. Strings that look like one are left alone. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]{0,20000}?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[\s;{}(,])(?:\/\/|#).*$/gm, (_, before: string) => before)
}

function isDefinition(code: string, index: number, name: string): boolean {
  const before = code.slice(Math.max(0, index - 40), index)
  if (/\b(?:def|function|fn|func)\s+\*?$/.test(before)) return true
  // A method: its list of parameters is followed by a body.
  return /^\s*\([^()]{0,300}\)[^;\n(]{0,100}\{/.test(code.slice(index + name.length))
}

/** Functions of this kind that stand in the file, or come into it from a package. */
function functionsOf(code: string): readonly string[] {
  const kind = '(get_\\w{1,80}_collection|get[A-Z]\\w{0,80}Collection)'
  const defined = new RegExp(`\\b(?:def|function|const|let|var|fn|func)\\s+\\*?${kind}\\b`, 'g')
  const assigned = new RegExp(`\\b${kind}\\s*(?:=(?!=)|:\\s*(?:async\\s*)?(?:function|\\())`, 'g')
  const method = new RegExp(`\\b${kind}\\s*\\([^()]{0,300}\\)[^;\\n(]{0,100}\\{`, 'g')
  // A name that is imported from a package is that package's to define; a relative one is not.
  const imported = [
    ...code.matchAll(/\bimport\s*\{([^{}]{0,2000})\}\s*from\s*["']([^"'.][^"']{0,200})["']/g),
  ].flatMap(([, names = '']) => [...names.matchAll(new RegExp(kind, 'g'))].map(([name]) => name))
  return [
    ...[defined, assigned, method].flatMap((pattern) =>
      [...code.matchAll(pattern)].map(([, name = '']) => name),
    ),
    ...imported,
  ]
}

/** The objects that are given to defineCollections(), without their braces. */
function definitionsOf(code: string): readonly string[] {
  return [...code.matchAll(/\bdefineCollections\s*(?:<[^()]{0,500}>)?\(\s*\{/g)].flatMap(
    ({ index, 0: head }) => {
      const begin = index + head.length
      const end = endOf(code, begin)
      return end === null ? [] : [code.slice(begin, end)]
    },
  )
}

const largestDefinition = 200_000

/** Where the brace closes that was opened before `begin`; null: not within reach. */
function endOf(code: string, begin: number): number | null {
  let depth = 1
  for (let at = begin; at < Math.min(code.length, begin + largestDefinition); at += 1) {
    const character = code[at]
    if (character === '{') depth += 1
    if (character === '}') depth -= 1
    if (depth === 0) return at
  }
  return null
}

/** The keys of an object's own level: what lies deeper is blanked out first. */
function keysOf(body: string): readonly string[] {
  let depth = 0
  const own = body.split('').map((character) => {
    if ('{[('.includes(character)) depth += 1
    const shown = depth === 0 ? character : ' '
    if ('}])'.includes(character)) depth = Math.max(0, depth - 1)
    return shown
  })
  return [...`,${own.join('')}`.matchAll(key)].map(([, , quoted, plain]) => quoted ?? plain ?? '')
}
