import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { parseTarget } from '@mongowhy/core'

// The call of connect() stands in the first frames; a bundle of many megabytes is not what somebody wrote.
const mostFiles = 5
const largestFile = 2_097_152

// Shorter passwords stand in any file by chance.
const shortestPassword = 4

/**
 * Where in the application's own source the password of a connection string stands as it is, `file:line`; null: it was
 * read from outside, as far as the files of the call's stack show. `stack` is that of an error made in the call.
 */
export function credentialInSource(uri: string, stack: string): string | null {
  const password = parseTarget(uri).password?.reveal() ?? ''
  if (password.length < shortestPassword) return null
  const forms = [password, encodeURIComponent(password)]
  for (const path of filesOf(stack)) {
    const lines = linesOf(path)
    const at = lines.findIndex((line) => forms.some((form) => line.includes(form)))
    if (at >= 0) return `${path}:${at + 1}`
  }
  return null
}

function filesOf(stack: string): readonly string[] {
  const found = [...stack.matchAll(/\(?((?:file:\/\/)?\/[^\s():]+\.[cm]?[jt]sx?):\d+:\d+\)?/g)].flatMap(
    ([, place = '']) => {
      const path = place.startsWith('file://') ? fileURLToPath(place) : place
      return path.includes('/node_modules/') ? [] : [path]
    },
  )
  return [...new Set(found)].slice(0, mostFiles)
}

function linesOf(path: string): readonly string[] {
  try {
    return statSync(path).size > largestFile ? [] : readFileSync(path, 'utf8').split('\n')
  } catch {
    // A file that is not there any more (bundled, transpiled) shows nothing.
    return []
  }
}
