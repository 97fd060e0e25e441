import type { ParsedTarget, Secret } from '@mongowhy/core'
import { checkFile, lookHost, lookProject, lookRuntimes, lookUri, sharing } from '@mongowhy/probes'
import type { ProbeContext } from '@mongowhy/probes'

export interface LocalLooks {
  /** The connection string is read: nobody can be contacted before. */
  readonly uri: Promise<void>
  readonly all: Promise<void>
}

/** What can be looked at without the network, all side by side; the connection string at once, the machine from `start` on. */
export function lookLocally(ctx: ProbeContext, start: Promise<void>): LocalLooks {
  const { recorder, signal } = ctx
  const uri = recorder
    .run({ probe: 'uri.parse', endpoint: null, vary: {} }, signal, () => lookUri(ctx))
    .then(() => {})
  const all = Promise.all([uri, start.then(() => lookAtMachine(ctx))]).then(() => {})
  return { uri, all }
}

async function lookAtMachine({ recorder, signal, target, options, shared }: ProbeContext): Promise<void> {
  const bound = { signal, timeoutMs: options.stageTimeoutMs }
  await Promise.all([
    recorder.run({ probe: 'env.host', endpoint: null, vary: {} }, signal, () =>
      lookHost({ target, options, signal, ...(shared === undefined ? {} : { shared }) }),
    ),
    recorder.run({ probe: 'env.project', endpoint: null, vary: {} }, signal, () =>
      lookProject(target, process.cwd(), (key, make) => sharing(shared, key, signal, make)),
    ),
    ...filesOf(target).map(({ option, path, password }) =>
      recorder.run({ probe: 'env.file', endpoint: null, vary: { option, path } }, signal, () =>
        // A password is part of what was looked at, and stands in no key.
        sharing(password === null ? shared : undefined, `${option} ${path}`, signal, (during) =>
          checkFile(option, path, password, { ...bound, signal: during }),
        ),
      ),
    ),
  ])
}

function filesOf(target: ParsedTarget): readonly {
  readonly option: 'tlsCAFile' | 'tlsCertificateKeyFile' | 'tlsCRLFile'
  readonly path: string
  readonly password: Secret | null
}[] {
  const { tlsCAFile, tlsCertificateKeyFile, tlsCRLFile = null } = target.uri.effective
  return [
    ...(tlsCRLFile === null ? [] : [{ option: 'tlsCRLFile', path: tlsCRLFile, password: null } as const]),
    ...(tlsCAFile === null ? [] : [{ option: 'tlsCAFile', path: tlsCAFile, password: null } as const]),
    ...(tlsCertificateKeyFile === null
      ? []
      : [
          {
            option: 'tlsCertificateKeyFile',
            path: tlsCertificateKeyFile,
            password: target.certificateKeyPassword,
          } as const,
        ]),
  ]
}

/** Asks the other runtimes on the machine for their versions, in the background: no verdict waits for it. */
export function lookAtRuntimes(ctx: ProbeContext, start: Promise<void>): Background {
  const stop = new AbortController()
  const signal = AbortSignal.any([ctx.signal, stop.signal])
  const ended = start.then(async () => {
    await ctx.recorder.run({ probe: 'env.runtimes', endpoint: null, vary: {} }, signal, () =>
      sharing(ctx.shared, 'env.runtimes', signal, (during) =>
        lookRuntimes({ signal: during, timeoutMs: ctx.options.stageTimeoutMs }),
      ),
    )
  })
  return {
    end: async (graceMs) => {
      const timer = setTimeout(() => stop.abort('cut-short'), graceMs)
      await ended
      clearTimeout(timer)
    },
  }
}

export interface Background {
  /** Waits at most this long, then cuts it short. */
  end(graceMs: number): Promise<void>
}
