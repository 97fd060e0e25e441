// Makes a clone ready to run: installs what the lock file names and builds, each only where it is needed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { root, sourcesHash, stamp } from './sources.mjs'

/** Whether node_modules holds what the lock file names, at those versions. Optional and linked packages may be missing. */
function installed() {
  const marker = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(marker)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(marker, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, entry]) =>
      !path.startsWith('node_modules/') ||
      entry.optional === true ||
      (present[path] !== undefined && present[path].version === entry.version),
  )
}

function run(what, command, args) {
  process.stderr.write(`${what}…\n`)
  const { status, stdout, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  process.stderr.write(stdout ?? '')
  process.stderr.write(`${what} failed${error === undefined ? '' : `: ${error.message}`}\n`)
  process.exit(status ?? 1)
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`mongowhy needs Node 20.19 or newer; this is ${process.versions.node}\n`)
  process.exit(1)
}
if (!installed()) run('Installing packages', 'npm', ['ci', '--loglevel=error'])
const built = existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash()
if (!built) run('Building', process.execPath, [join(root, 'scripts/build.mjs')])
