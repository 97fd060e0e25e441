import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { findProgram } from './program.ts'

// Debian keeps every release's programs apart from PATH.
const releases = '/usr/lib/postgresql'

/** The path of one of PostgreSQL's own programs; null when the server is not installed. */
export function findPostgresProgram(name: string): string | null {
  const found = existsSync(releases)
    ? readdirSync(releases)
        .map((release) => join(releases, release, 'bin', name))
        .find((path) => existsSync(path))
    : undefined
  return found ?? findProgram(name)
}

export function postgresProgram(name: string): string {
  const path = findPostgresProgram(name)
  if (path === null) throw new Error(`${name} of PostgreSQL is not installed`)
  return path
}
