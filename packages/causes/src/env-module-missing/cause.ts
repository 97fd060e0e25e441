import { absent, cite, defineCause, firstSeen, says, seenBy, together, unknown } from '@mongowhy/core'
import type { Cause, Citation, Evidence, Phrase, ServerError } from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'

interface Facts {
  /** As npm names it. */
  readonly module: string
  readonly why: string
  /** The application of this folder has the driver, and not the module. */
  readonly project: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'env-module-missing',
  title: 'A module that the driver loads on demand is not installed',
  scope: 'target',
  explains: ['wire-compressor'],
  infer(evidence) {
    const missed = missing(evidence)
    if (missed === undefined) {
      const [done] = seenBy(evidence, 'driver.connect').filter(({ saw }) => saw.outcome.is === 'connected')
      return done === undefined
        ? unknown()
        : absent(cite(done, says`the driver found every module that it needed`))
    }
    const module = packageOf(missed.name)
    const project = firstSeen(evidence, 'env.project')
    const packages = project?.saw.packages ?? []
    // Then only the driver that came with us lacks it, and nothing is known of the application's.
    if (packages.some(({ name }) => name === module)) return unknown()
    const inProject = packages.some(({ name }) => name === 'mongodb')
    return {
      is: 'present',
      certainty: inProject ? 'certain' : 'likely',
      bearing: 'fault',
      facts: { module, why: reasonFor(evidence, module), project: inProject },
      because: [
        missed.citation,
        ...(inProject && project !== undefined
          ? [
              cite(
                project,
                says`the driver is installed for the program of this folder, and ${module} is not`,
              ),
            ]
          : []),
      ],
    }
  },
  advise: ({ module, why, project }) => ({
    title: says`The driver needs the module ${module}, and it is not installed`,
    explanation: together(
      says`The Node driver loads ${module} only where ${why}. It was not found, so the driver stopped there by itself; the server did nothing wrong.`,
      project
        ? says`The program of this folder has the driver without it.`
        : says`What was tried is the driver that comes with mongowhy; whether your program has the module was not seen here.`,
    ),
    steps: [
      says`Install it beside the driver: npm install ${module}. It belongs to the dependencies, not to the development ones, and a bundler must leave it out of the bundle (external).`,
      ...without(module),
      says`In a container it must be installed inside, for its own system and processor: native modules that were copied from another machine do not load.`,
    ],
    ...(project
      ? {}
      : {
          confirm: says`In the folder of your program: npm ls ${module}. If it is listed there, this is not your fault.`,
        }),
  }),
})

interface Missed {
  readonly name: string
  readonly citation: Citation
}

/** The module that the driver wanted, by the first of its steps that failed for it. */
function missing(evidence: Evidence): Missed | undefined {
  const driver = seenBy(evidence, 'driver.connect').flatMap((look) =>
    look.saw.outcome.is === 'failed' ? wanted(look.saw.outcome.error, look, 'to connect') : [],
  )
  const login = seenBy(evidence, 'auth.login').flatMap((look) =>
    look.saw.outcome.is === 'failed' ? wanted(look.saw.outcome.error, look, 'to log in') : [],
  )
  const operations = seenBy(evidence, 'ops.run').flatMap((look) =>
    look.saw.outcome.is === 'failed'
      ? wanted(look.saw.outcome.error, look, `for its ${look.saw.operation}`)
      : [],
  )
  return [...driver, ...login, ...operations][0]
}

function wanted(error: ServerError, look: Parameters<typeof cite>[0], what: string): readonly Missed[] {
  const { missingModule: name } = error
  return name === undefined
    ? []
    : [
        {
          name,
          citation: cite(look, says`${what}, the official driver wanted to load ${name} and did not find it`),
        },
      ]
}

/** The driver's name of a dependency, where npm has another for it. */
function packageOf(name: string): string {
  return name === 'zstd' ? '@mongodb-js/zstd' : name
}

function reasonFor(evidence: Evidence, module: string): string {
  const options = effective(evidence)
  switch (module) {
    case 'snappy':
    case '@mongodb-js/zstd':
      return `compressors (${(options?.compressors ?? []).join(', ')}) asks for it and the server agrees`
    case 'kerberos':
      return 'authMechanism is GSSAPI'
    case '@aws-sdk/credential-providers':
      return 'authMechanism is MONGODB-AWS'
    case 'gcp-metadata':
      return 'a login by OIDC runs on Google Cloud'
    case 'socks':
      return 'the connection string names a SOCKS5 proxy'
    default:
      return 'an option asks for it'
  }
}

function without(module: string): readonly Phrase[] {
  switch (module) {
    case 'snappy':
      return [says`Or do without: take snappy out of compressors. zlib needs no module.`]
    case '@mongodb-js/zstd':
      return [
        says`Or do without: from Node 22.15 on zstd is built in; or take zstd out of compressors. zlib needs no module.`,
      ]
    case 'socks':
      return [says`Or do without: take proxyHost out if the servers can be reached directly.`]
    default:
      return []
  }
}
