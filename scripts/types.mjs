// Declarations of the modules that the package exports, file by file, with our packages' names turned into paths.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'

import { isolatedDeclarationSync } from 'rolldown/experimental'

import { root } from './sources.mjs'

const packages = join(root, 'packages')
const specifiers = /(\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"]+)\2/g

/** Writes the declarations of the entries and of everything that they mention under `target`. */
export function writeTypes(entries, target) {
  const waiting = [...entries]
  const done = new Set()
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (done.has(file)) continue
    done.add(file)
    const { code, errors } = isolatedDeclarationSync(file, readFileSync(file, 'utf8'), {})
    if (errors.length > 0) throw new Error(`${relative(root, file)}: ${errors[0].message}`)
    const from = dirname(placeOf(file, target))
    const text = code.replaceAll(specifiers, (whole, before, quote, name) => {
      // The driver of `mongowhy/connect` is the application's own.
      if (isBuiltin(name) || name === 'mongodb') return whole
      const meant = sourceOf(name, file)
      if (meant === null)
        throw new Error(`${relative(root, file)} shows a type of ${name}, which is not published`)
      waiting.push(meant)
      const path = relative(from, placeOf(meant, target))
        .replaceAll('\\', '/')
        .replace(/\.d\.ts$/, '.js')
      return `${before}${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`
    })
    mkdirSync(from, { recursive: true })
    writeFileSync(placeOf(file, target), text)
  }
  return done.size
}

/** `packages/core/src/stage.ts` lands at `core/stage.d.ts`. */
function placeOf(file, target) {
  const [name, , ...path] = relative(packages, file).split(/[\\/]/)
  return join(target, name, ...path).replace(/\.ts$/, '.d.ts')
}

function sourceOf(specifier, file) {
  if (specifier.startsWith('.')) return resolve(dirname(file), specifier)
  const [, name, sub] = /^@mongowhy\/([^/]+)(?:\/(.+))?$/.exec(specifier) ?? []
  if (name === undefined) return null
  const { exports } = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'))
  const path = exports[sub === undefined ? '.' : `./${sub}`]
  return path === undefined ? null : join(packages, name, path)
}
