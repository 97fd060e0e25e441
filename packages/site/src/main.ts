import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { writeApi } from './api/write-api.ts'
import { makeSite } from './site.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')
const target = join(root, 'docs-dist')
// Written beside it and moved into its place, so that a site that is being read is never half a site.
const fresh = join(root, `.docs-dist-${process.pid}`)

try {
  const files = await makeSite(root)
  for (const [path, text] of files) {
    mkdirSync(dirname(join(fresh, path)), { recursive: true })
    writeFileSync(join(fresh, path), text)
  }
  copyFileSync(fileURLToPath(new URL('style.css', import.meta.url)), join(fresh, 'style.css'))
  const picture = join(root, 'docs/demo.svg')
  if (existsSync(picture)) copyFileSync(picture, join(fresh, 'demo.svg'))
  const documented = await writeApi(root, join(fresh, 'api'))
  rmSync(target, { recursive: true, force: true })
  renameSync(fresh, target)
  process.stdout.write(
    `docs-dist: ${files.size} files, and the API with ${documented} declarations; open docs-dist/index.html\n`,
  )
} finally {
  rmSync(fresh, { recursive: true, force: true })
}
