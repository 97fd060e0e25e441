// Builds packages/cli/dist: one bundle for each entry point, split where a command or the lab is loaded on demand.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { rolldown } from 'rolldown'

import { notices } from './notices.mjs'
import { dist, root, sourcesHash, stamp } from './sources.mjs'
import { writeTypes } from './types.mjs'

const hash = sourcesHash()
const cli = join(root, 'packages/cli')
const fresh = join(cli, `.dist-${process.pid}`)

// The driver loads these when they are installed; they are the user's to bring.
const optional = [
  'kerberos',
  '@mongodb-js/zstd',
  'snappy',
  'gcp-metadata',
  'mongodb-client-encryption',
  '@aws-sdk/credential-providers',
  'aws4',
]

/** `mongowhy/connect` shares the application's own driver, and finds its diagnosis beside itself. */
const applications = {
  external: ['mongodb'],
  // One file in place of many: an application waits for each of them at its start. What reads connection strings waits until
  // it connects.
  groups: [
    {
      name: 'connection',
      priority: 2,
      test: /packages\/(connect\/src\/(?!adapters|diagnosis|errors\/redacted|configuration\/(?!configuration|variables))|core\/src\/nearest)/,
    },
    { name: 'reading', priority: 1, test: /packages\/(connect\/src\/(?!adapters|diagnosis)|core\/src)/ },
  ],
  plugins: [
    {
      name: 'diagnosis-beside',
      resolveId: (id) =>
        id === '@mongowhy/diagnose' || id === '@mongowhy/report'
          ? { id: './diagnose.js', external: true }
          : null,
    },
  ],
}

/** What every command loads, and `explain`, which has a tenth of a second: one file in place of a dozen. */
function loadedAtOnce() {
  const imports = new Map()
  const started = [join(cli, 'src/main.ts'), join(cli, 'src/commands/explain.ts')]
  const shared = (id) => /packages\/(?:core\/src\/(?!anonymize|repeats)|cli\/src\/(?!commands))/.test(id)
  let eager
  return {
    plugins: [{ name: 'imports', moduleParsed: ({ id, importedIds }) => void imports.set(id, importedIds) }],
    groups: [
      {
        name: 'base',
        test: (id) => {
          if (eager === undefined) {
            eager = new Set(started)
            for (const each of eager) for (const imported of imports.get(each) ?? []) eager.add(imported)
          }
          return eager.has(id) && shared(id) && id !== started[0]
        },
      },
    ],
  }
}

async function bundle(input, directory, { external = [], plugins = [], groups = [] } = {}) {
  const outside = [...optional, ...external]
  const build = await rolldown({
    input,
    plugins,
    platform: 'node',
    external: (id) => isBuiltin(id) || outside.some((name) => id === name || id.startsWith(`${name}/`)),
    logLevel: 'warn',
    checks: { pluginTimings: false },
  })
  const { output } = await build.write({
    dir: directory,
    format: 'esm',
    entryFileNames: '[name].js',
    // A chunk is named after a module, and one of them hides behind a dot.
    chunkFileNames: ({ name }) => `${name.replace(/^\W+/, '')}-[hash].js`,
    minify: false,
    sourcemap: false,
    ...(groups.length === 0 ? {} : { codeSplitting: { groups } }),
  })
  await build.close()
  return output
}

/** `mongowhy/connect` and its adapters, as its package lists them. */
function connectEntries() {
  const folder = join(root, 'packages/connect')
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return Object.entries(exports).map(([name, path]) => [
    name === '.' ? 'connect' : `connect/${name.slice(2)}`,
    join(folder, path),
  ])
}

try {
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  await bundle({ make: join(cli, 'src/catalogue/make.ts') }, join(fresh, 'make'))
  const { makeCatalogue, makeSymptomIndex } = await import(pathToFileURL(join(fresh, 'make/make.js')).href)
  const catalogue = makeCatalogue(join(root, 'packages/causes/src'))
  const symptomIndex = makeSymptomIndex()
  rmSync(fresh, { recursive: true })
  mkdirSync(fresh)
  const modules = ['lab', 'diagnose'].map((name) => [name, join(cli, `src/modules/${name}.ts`)])
  const connecting = connectEntries()
  const chunks = [
    ...(await bundle(
      {
        main: join(cli, 'src/main.ts'),
        'fleet-worker': join(cli, 'src/commands/fleet/worker.ts'),
        ...Object.fromEntries(modules),
      },
      fresh,
      loadedAtOnce(),
    )),
    ...(await bundle(Object.fromEntries(connecting), fresh, applications)),
  ]
  const bundled = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))
  writeFileSync(join(fresh, 'THIRD-PARTY.txt'), notices(bundled))
  writeTypes(
    [...modules, ...connecting].map(([, path]) => path),
    join(fresh, 'types'),
  )
  writeFileSync(join(fresh, 'causes.json'), JSON.stringify(catalogue))
  writeFileSync(join(fresh, 'symptoms.json'), JSON.stringify(symptomIndex))
  writeFileSync(join(fresh, '.sources'), hash)
  if (existsSync(dist)) rmSync(dist, { recursive: true })
  renameSync(fresh, dist)
} finally {
  rmSync(fresh, { recursive: true, force: true })
}
for (const name of ['README.md', 'LICENSE']) {
  if (existsSync(join(root, name))) writeFileSync(join(cli, name), readFileSync(join(root, name)))
}
const size = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
process.stdout.write(
  `built ${stamp.slice(root.length, -'/.sources'.length)}: ${Math.round(size / 1024)} KiB\n`,
)
