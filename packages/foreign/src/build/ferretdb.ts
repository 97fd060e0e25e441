import { chmod, cp, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { cacheFolder } from './cache.ts'
import type { Recipe } from './recipe.ts'
import { outputOf, runTool } from './run-tool.ts'

// The last release with a SQLite backend inside: later ones need PostgreSQL with an extension.
const version = 'v1.24.0'
const modulePath = 'github.com/FerretDB/FerretDB'

export const ferretDb: Recipe = {
  name: `FerretDB ${version}`,
  needs: ['go'],
  result: join(cacheFolder(), `ferretdb-${version}`, 'ferretdb'),
  build: async (folder) => {
    const source = join(folder, 'source')
    await cp(await moduleFolder(), source, { recursive: true })
    await makeWritable(source)
    // The released module lacks this file, and a program built without it ends at once: `go install` does not do.
    await writeFile(join(source, 'build', 'version', 'version.txt'), version)
    await runTool('go', ['build', '-buildvcs=false', '-o', join(folder, 'ferretdb'), './cmd/ferretdb'], {
      cwd: source,
      env: { CGO_ENABLED: '0', GOFLAGS: '-mod=mod' },
    })
    await rm(source, { recursive: true })
  },
}

async function moduleFolder(): Promise<string> {
  const said: unknown = JSON.parse(
    await outputOf('go', ['mod', 'download', '-json', `${modulePath}@${version}`]),
  )
  if (typeof said === 'object' && said !== null && 'Dir' in said && typeof said.Dir === 'string')
    return said.Dir
  throw new Error('go mod download did not say where the module lies')
}

/** Go keeps its modules read-only, and a copy of them is too. */
async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await makeWritable(join(folder, entry.name))
  }
}
