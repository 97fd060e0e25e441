import { absent, cite, defineCause, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, FileSighting } from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'

interface Facts {
  readonly files: readonly { readonly option: FileSighting['option']; readonly path: string }[]
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-tls-file-missing',
  title: 'A file that a TLS option names does not exist',
  scope: 'target',
  explains: [
    'tls-private-ca',
    'tls-self-signed',
    'tls-intermediate-missing',
    'tls-client-certificate-required',
    'tls-client-certificate-rejected',
  ],
  infer: (evidence) => {
    const looks = seenBy(evidence, 'env.file')
    const missing = looks.filter(({ saw }) => saw.outcome.is === 'missing')
    const [first, ...more] = missing
    if (first === undefined) {
      return looks.length === 0
        ? unknown()
        : absent(...looks.map((look) => cite(look, says`${look.saw.path} exists`)))
    }
    const note = (look: (typeof missing)[number]): ReturnType<typeof cite> =>
      cite(look, says`${look.saw.option} names ${look.saw.path}, and there is no such file`)
    return {
      is: 'present',
      certainty: 'certain',
      // Without TLS the driver never opens the file.
      bearing: effective(evidence)?.tls === false ? 'advisory' : 'fault',
      facts: { files: missing.map(({ saw: { option, path } }) => ({ option, path })) },
      because: [note(first), ...more.map(note)],
    }
  },
  advise: ({ files }) => {
    const [first] = files
    const path = first?.path ?? ''
    const isRelative = !/^(?:\/|[A-Za-z]:[\\/])/.test(path)
    return {
      title: says`The file that ${files.map(({ option }) => option).join(' and ')} names does not exist: ${files.map((file) => file.path).join(', ')}`,
      explanation: isRelative
        ? says`The path is relative, so it counts from the folder in which the program is started, and there is no such file there. Drivers read the file when they connect and fail then.`
        : says`There is no file at that path on this machine. Drivers read it when they connect and fail then.`,
      steps: [
        ...(isRelative ? [says`Write the absolute path.`] : []),
        says`In a container, mount the file, and name the path inside the container.`,
        says`See what is there: ${`ls -l ${path}`}`,
        says`A path with special characters must be percent-encoded in the string; a + in it counts as a space.`,
      ],
    }
  },
})
