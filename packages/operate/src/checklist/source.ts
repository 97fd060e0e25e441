import { isLoopback, parseTarget } from '@mongowhy/core'

import { failed, notRun, passed } from './document.ts'
import type { Finding } from './document.ts'
import { sourceFiles } from './source-files.ts'

const connectionString = /mongodb(?:\+srv)?:\/\/[^\s'"`<>\\]{1,2000}/gi
const mostNamed = 20

/** Whether a connection string with a password stands in the source. Places are named, passwords never. */
export async function checkSource(folder: string | null): Promise<Finding> {
  if (folder === null) return notRun('checklist.source names no folder')
  const places: string[] = []
  let files = 0
  try {
    for await (const { path, text } of sourceFiles(folder)) {
      files += 1
      for (const [index, line] of text.split('\n').entries()) {
        if (credentialsIn(line)) places.push(`${path}:${index + 1}`)
      }
    }
  } catch (error) {
    return notRun(
      `${folder} cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'it failed'})`,
    )
  }
  if (places.length === 0) return passed(`none in ${files} files`)
  return failed(
    `${places.length} connection strings with a password stand in the source`,
    places.slice(0, mostNamed).map((place) => `${place}: a connection string with a password`),
  )
}

/** A password for a host of elsewhere: those of examples and of this machine open nothing. */
function credentialsIn(line: string): boolean {
  return [...line.matchAll(connectionString)].some(([text]) => {
    if (/[{}$%]\{|\$[A-Z_]|%s|%\(/.test(text)) return false
    const { credentials, hosts } = parseTarget(text).uri
    const elsewhere = hosts.some(
      ({ host }) => !isLoopback(host) && !/(^|\.)(example\.(com|net|org)|test|invalid|local)$/i.test(host),
    )
    return credentials.password === 'given' && credentials.placeholders.length === 0 && elsewhere
  })
}
