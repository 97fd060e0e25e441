import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** A program to be measured against, and its version. */
export interface Peer {
  readonly name: string
  readonly version: string
  readonly path: string
}

const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'mongowhy', 'peers')
const mongoshVersion = '2.12.0'

/** mongosh from npm, kept outside the clone; null, with the reason on standard error, where it cannot be installed. */
export function mongosh(): Peer | null {
  const folder = join(cache, `mongosh-${mongoshVersion}`)
  const path = join(folder, 'node_modules/mongosh/bin/mongosh.js')
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    try {
      execFileSync(
        'npm',
        [
          'install',
          '--prefix',
          folder,
          '--ignore-scripts',
          '--no-audit',
          '--no-fund',
          `mongosh@${mongoshVersion}`,
        ],
        {
          stdio: ['ignore', 'ignore', 'ignore'],
          timeout: 300_000,
        },
      )
    } catch {
      process.stderr.write('mongosh cannot be installed here: it is left out\n')
      return null
    }
  }
  return { name: 'mongosh', version: mongoshVersion, path }
}

/** The official driver that the checkout pins. */
export function driver(): Peer {
  const manifest: unknown = JSON.parse(readFileSync('node_modules/mongodb/package.json', 'utf8'))
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? String(manifest.version)
      : '?'
  return { name: 'mongodb (driver)', version, path: join(import.meta.dirname, 'driver-attempt.mjs') }
}
