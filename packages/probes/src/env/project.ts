import { dirname, join } from 'node:path'

import type { EffectiveOptions, ParsedTarget, ProjectSighting } from '@mongowhy/core'

import type { Share } from '../shared-work.ts'
import { composeServices } from './compose.ts'
import { readStart } from './read-start.ts'

type Package = ProjectSighting['packages'][number]

/** The driver, and what is built upon it. */
const drivers = ['mongodb', 'mongoose']
/** Packages that may bring a driver of their own. */
const wrappers = ['mongoose']

const mostFolders = 32
// No package.json of these is longer; the version stands in its beginning.
const longest = 262_144

/** What is installed for a program of the current folder, looked up as Node would; and the services of its Compose file. */
export async function lookProject(
  { uri }: Pick<ParsedTarget, 'uri'>,
  folder: string = process.cwd(),
  share: Share = (_key, make) => make(),
): Promise<ProjectSighting> {
  const hosts = uri.hosts.filter(({ kind }) => kind === 'name').map(({ host }) => host)
  const [packages, nested, services] = await Promise.all([
    Promise.all(
      [...drivers, ...loadedFor(uri.effective)].map((name) =>
        share(`package ${name} ${folder}`, () => installed(name, folder, null)),
      ),
    ),
    Promise.all(
      wrappers.map((name) => share(`driver of ${name} ${folder}`, () => nestedDriver(name, folder))),
    ),
    composeServices(hosts, folder),
  ])
  return { packages: [...packages, ...nested].filter((each) => each !== null), services }
}

/** What the driver loads on demand, where an option demands it. */
function loadedFor({ compressors, authMechanism, proxy }: EffectiveOptions): readonly string[] {
  return [
    ...(compressors.includes('snappy') ? ['snappy'] : []),
    ...(compressors.includes('zstd') ? ['@mongodb-js/zstd'] : []),
    ...(authMechanism === 'GSSAPI' ? ['kerberos'] : []),
    ...(authMechanism === 'MONGODB-AWS' ? ['@aws-sdk/credential-providers'] : []),
    ...(proxy === null ? [] : ['socks']),
  ]
}

/** Looks in `node_modules` of the folder and of those above it, nearest first. */
async function installed(name: string, folder: string, within: string | null): Promise<Package | null> {
  let at = folder
  for (let depth = 0; depth < mostFolders; depth += 1) {
    const version = await versionIn(join(at, 'node_modules', name))
    if (version !== null) return { name, version, within }
    const above = dirname(at)
    if (above === at) return null
    at = above
  }
  return null
}

async function nestedDriver(wrapper: string, folder: string): Promise<Package | null> {
  let at = folder
  for (let depth = 0; depth < mostFolders; depth += 1) {
    const own = join(at, 'node_modules', wrapper)
    if ((await versionIn(own)) !== null) {
      const version = await versionIn(join(own, 'node_modules', 'mongodb'))
      return version === null ? null : { name: 'mongodb', version, within: wrapper }
    }
    const above = dirname(at)
    if (above === at) return null
    at = above
  }
  return null
}

async function versionIn(folder: string): Promise<string | null> {
  const read = await readStart(join(folder, 'package.json'), longest)
  if (read === null) return null
  try {
    const told: unknown = JSON.parse(read.text)
    const version = typeof told === 'object' && told !== null && 'version' in told ? told.version : null
    return typeof version === 'string' ? version.slice(0, 64) : null
  } catch {
    // A package.json that is none tells nothing of the package.
    return null
  }
}
