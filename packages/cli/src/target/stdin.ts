import { formatDuration } from '@mongowhy/core'

import { InterruptedError, UsageError } from '../exit-status.ts'
import { letGoOfStdin } from '../stdin.ts'

// Longer than any connection string that a parser should take; the parser itself says what is too long.
const longestString = 2 * 1024 * 1024

// A person has to find the string and paste it.
const personMs = 300_000

/** The connection string on standard input, without its line break. From a terminal one line, from a pipe all of it. */
export async function readStdin(
  timeoutMs: number,
  signal: AbortSignal,
  limit: number = longestString,
): Promise<string> {
  const { stdin } = process
  if (stdin.isTTY && limit === longestString) {
    process.stderr.write('Paste the connection string and press Enter:\n')
  }
  const patience = stdin.isTTY ? personMs : timeoutMs
  const chunks: Buffer[] = []
  let length = 0
  let timer: NodeJS.Timeout | undefined
  const text = await new Promise<string>((resolve, reject) => {
    const done = (): void => resolve(Buffer.concat(chunks).toString('utf8'))
    timer = setTimeout(
      () => reject(new UsageError(`standard input did not end within ${formatDuration(patience)}`)),
      patience,
    )
    stdin.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      length += chunk.length
      if (length > limit)
        reject(
          new UsageError(
            `standard input is longer than ${limit / 1024 / 1024} MiB${limit === longestString ? ': that is no connection string' : ''}`,
          ),
        )
      if (stdin.isTTY && limit === longestString && chunk.includes('\n')) done()
    })
    stdin.once('end', done)
    signal.addEventListener('abort', () => reject(new InterruptedError()), { once: true })
    stdin.once('error', () => reject(new UsageError('standard input cannot be read')))
  }).finally(() => {
    clearTimeout(timer)
    stdin.removeAllListeners('data')
    letGoOfStdin()
  })
  return text.replace(/\r?\n$/, '')
}
