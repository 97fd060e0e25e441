// What `npm pack` would publish: exactly what belongs there, and how large it is. Run after a build.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

import { publint } from 'publint'
import { formatMessage } from 'publint/utils'

import { root } from './sources.mjs'

const pkgDir = join(root, 'packages/cli')
const belongs =
  /^(package\.json|README\.md|LICENSE|bin\/(?:mongowhy\.js|package\.json)|schema\/\w+\.schema\.json|dist\/(?:connect\/)?[\w-]+\.js|dist\/(?:causes|symptoms)\.json|dist\/THIRD-PARTY\.txt|dist\/types\/.+\.d\.ts)$/
const needed = [
  'README.md',
  'LICENSE',
  'bin/mongowhy.js',
  'dist/main.js',
  'dist/causes.json',
  'dist/symptoms.json',
  'schema/diagnose.schema.json',
]

const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: pkgDir,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
)
const paths = packed.files.map(({ path }) => path)
const problems = [
  ...paths.filter((path) => !belongs.test(path)).map((path) => `does not belong in the package: ${path}`),
  ...needed.filter((path) => !paths.includes(path)).map((path) => `missing from the package: ${path}`),
]
const { messages, pkg } = await publint({ pkgDir, strict: true, pack: false })
for (const message of messages) problems.push(formatMessage(message, pkg, { color: false }) ?? message.code)
for (const problem of problems) console.error(problem)
const kib = (bytes) => `${Math.round(bytes / 1024)} KiB`
console.log(`${paths.length} files, ${kib(packed.size)} packed, ${kib(packed.unpackedSize)} installed`)
if (problems.length > 0) process.exitCode = 1
