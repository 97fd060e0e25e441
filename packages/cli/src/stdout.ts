import { UsageError } from './exit-status.ts'
import { errnoOf } from './read-file.ts'

/** Writes to standard output and waits until it is taken. A reader that has gone away is no fault of the target's. */
export function print(text: string): Promise<'written' | 'gone'> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error === null || error === undefined) resolve('written')
      else if (isGone(error)) resolve('gone')
      else reject(new UsageError(`standard output cannot be written: ${errnoOf(error)}`))
    })
  })
}

/**
 * Keeps `mongowhy … | head` and a full disk from ending in a stack trace: who prints is told of the error; what standard
 * error does not take can be told nowhere.
 */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}

function isGone(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED')
}
