import { absent, cite, defineCause, says, seenBy, together, unknown } from '@mongowhy/core'
import type { Advice, Cause, Certainty, FileSighting, Phrase } from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'

type Obstacle = 'missing' | 'forbidden' | 'not-a-file' | 'slow' | 'failing'

interface NamedFile {
  readonly option: FileSighting['option']
  readonly path: string
  readonly obstacle: Obstacle
  /** Why it cannot be read, as the system says it; null where there is none. */
  readonly errno: string | null
}

interface Facts {
  readonly files: readonly [NamedFile, ...NamedFile[]]
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-tls-file-missing',
  title: 'A file that a TLS option names cannot be opened',
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
    const found = looks.flatMap((look) => {
      const file = unopened(look.saw)
      return file === null ? [] : [{ look, file }]
    })
    const [first, ...more] = found
    if (first === undefined) {
      return looks.length === 0
        ? unknown()
        : absent(...looks.map((look) => cite(look, says`${look.saw.path} can be read`)))
    }
    const note = ({ look, file }: (typeof found)[number]): ReturnType<typeof cite> =>
      cite(look, together(says`${file.option} names ${file.path}:`, whatStands(file)))
    return {
      is: 'present',
      certainty: certaintyOf([first.file, ...more.map(({ file }) => file)]),
      // Without TLS the driver never opens the file.
      bearing: effective(evidence)?.tls === false ? 'advisory' : 'fault',
      facts: { files: [first.file, ...more.map(({ file }) => file)] },
      because: [note(first), ...more.map(note)],
    }
  },
  advise: ({ files }) => adviceFor(files),
})

function unopened({ option, path, outcome }: FileSighting): NamedFile | null {
  switch (outcome.is) {
    case 'missing':
      return { option, path, obstacle: 'missing', errno: null }
    case 'unreadable':
      return { option, path, obstacle: refusalOf(outcome.errno), errno: outcome.errno }
    case 'not-a-file':
      return { option, path, obstacle: 'not-a-file', errno: null }
    case 'usable':
    case 'too-large':
    case 'unfit':
      return null
  }
}

/** What the system's number says; the bound on a step ends a reading as the system would. */
function refusalOf(errno: string): Obstacle {
  switch (errno) {
    case 'EACCES':
    case 'EPERM':
      return 'forbidden'
    case 'ETIMEDOUT':
      return 'slow'
    default:
      return 'failing'
  }
}

/** A file that took too long may come in time for the driver, which waits for it without a bound. */
function certaintyOf(files: readonly NamedFile[]): Certainty {
  return files.every(({ obstacle }) => obstacle === 'slow') ? 'possible' : 'certain'
}

function whatStands({ obstacle, errno }: NamedFile): Phrase {
  switch (obstacle) {
    case 'missing':
      return says`there is no such file`
    case 'forbidden':
      return says`this user may not read it (${errno ?? 'unreadable'})`
    case 'slow':
      return says`it could not be read within the bound on a step`
    case 'failing':
      return says`the system cannot read it (${errno ?? 'unreadable'})`
    case 'not-a-file':
      return says`a folder or a device stands there`
  }
}

function adviceFor(files: Facts['files']): Advice {
  const [{ path, obstacle, errno }] = files
  const options = files.map(({ option }) => option).join(' and ')
  const paths = files.map((file) => file.path).join(', ')
  const look = says`See what is there: ${`ls -l ${path}`}`
  switch (obstacle) {
    case 'missing': {
      const isRelative = !/^(?:\/|[A-Za-z]:[\\/])/.test(path)
      return {
        title: says`The file that ${options} names does not exist: ${paths}`,
        explanation: isRelative
          ? says`The path is relative, so it counts from the folder in which the program is started, and there is no such file there. Drivers read the file when they connect and fail then.`
          : says`There is no file at that path on this machine. Drivers read it when they connect and fail then.`,
        steps: [
          ...(isRelative ? [says`Write the absolute path.`] : []),
          says`In a container, mount the file, and name the path inside the container.`,
          look,
          says`A path with special characters must be percent-encoded in the string; a + in it counts as a space.`,
        ],
      }
    }
    case 'forbidden':
      return {
        title: says`The file that ${options} names cannot be read by this user: ${paths}`,
        explanation: says`It is there, and the system does not let this user open it. Drivers read it when they connect and fail then.`,
        steps: [
          look,
          says`Let the user that runs the program read it, and enter the folders above it: a key belongs to that user alone (chown, chmod 400), a file of authorities may be read by everybody (chmod 644).`,
          says`In a container or under systemd the program runs as another user than you: try as that one.`,
        ],
      }
    case 'slow':
      return {
        title: says`The file that ${options} names takes long to read: ${paths}`,
        explanation: says`It did not come within the bound on a step. Drivers read it when they connect, and wait for it without a bound. A folder on a network that hangs does this; so does a machine that is very busy.`,
        steps: [
          says`See how long it takes: ${`time wc -c ${path}`}.`,
          says`Where it lies on a network (df shows it), keep a copy on this machine.`,
        ],
      }
    case 'failing':
      return {
        title: says`The file that ${options} names cannot be read: ${paths}`,
        explanation: says`The system gave ${errno ?? 'an error'} when it was opened or read. Drivers read it when they connect and fail then.`,
        steps: [
          look,
          says`ELOOP is a link that leads to itself, ENAMETOOLONG no path that can be, EMFILE too many open files of this process, EIO and ESTALE a disk or a network folder that fails.`,
        ],
      }
    case 'not-a-file':
      return {
        title: says`What ${options} names is no file: ${paths}`,
        explanation: says`There is a folder, a device or a pipe at that path. Drivers read one file there when they connect and fail then.`,
        steps: [
          says`Name the file itself, not its folder.`,
          says`Docker makes a folder where a file to be mounted is missing on the host: put the file there, remove the folder, and start the container anew.`,
          look,
        ],
      }
  }
}
