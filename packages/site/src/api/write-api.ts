import { Application } from 'typedoc'
import type { TypeDocOptions } from 'typedoc'

/** The modules that applications and their tests import, by the name under which they are documented. */
const modules: Readonly<Record<string, string>> = {
  'mongowhy/connect': 'packages/connect/src/index.ts',
  'mongowhy/connect/express': 'packages/connect/src/adapters/express.ts',
  'mongowhy/connect/fastify': 'packages/connect/src/adapters/fastify.ts',
  'mongowhy/connect/hono': 'packages/connect/src/adapters/hono.ts',
  'mongowhy/connect/mongoose': 'packages/connect/src/adapters/mongoose.ts',
  'mongowhy/connect/nest': 'packages/connect/src/adapters/nest.ts',
  'mongowhy/connect/next': 'packages/connect/src/adapters/next.ts',
  'mongowhy/diagnose': 'packages/cli/src/modules/diagnose.ts',
  'mongowhy/lab': 'packages/cli/src/modules/lab.ts',
  'fault-kit': 'packages/fault-kit/src/index.ts',
}

/**
 * Writes the pages of the API below `folder`, from the sources and what stands above each declaration. Rejects where
 * TypeDoc finds an error; resolves to how many declarations are documented there.
 */
export async function writeApi(root: string, folder: string): Promise<number> {
  const options: TypeDocOptions = {
    name: 'mongowhy',
    entryPoints: Object.values(modules).map((path) => `${root}/${path}`),
    tsconfig: `${root}/packages/site/tsconfig.api.json`,
    basePath: `${root}/packages`,
    hideGenerator: true,
    readme: 'none',
    // The site must not say where it was made, nor be another one for each commit.
    disableSources: true,
    githubPages: false,
    // The lint step checks the types, with the compiler that the project is written for.
    skipErrorChecking: true,
    excludeInternal: true,
    excludePrivate: true,
    excludeExternals: true,
    logLevel: 'Warn',
    validation: { notExported: false, invalidLink: true, notDocumented: false },
    navigationLinks: { Causes: '../index.html' },
  }
  const application = await Application.bootstrap(options)
  const project = await application.convert()
  if (project === undefined || application.logger.hasErrors())
    throw new Error('the API cannot be documented: see above')
  for (const child of project.children ?? []) {
    const name = Object.entries(modules).find(([, path]) => nameOf(path) === child.name)?.[0]
    if (name === undefined) throw new Error(`${child.name} is documented, and nobody asked for it`)
    child.name = name
  }
  application.validate(project)
  await application.generateDocs(project, folder)
  if (application.logger.hasErrors()) throw new Error('the API cannot be documented: see above')
  return Object.keys(project.reflections).length
}

/** As TypeDoc names a module: by its path, without what every path has. */
function nameOf(path: string): string {
  return path.replace(/^packages\//, '').replace(/(\/index)?\.ts$/, '')
}
