import { parseEnv } from 'node:util'

import { UsageError } from '../exit-status.ts'
import { readBounded } from '../read-file.ts'

const limit = 1024 * 1024

/** The variables of `.env` in the working directory; none when there is no such file. */
export async function readDotenv(): Promise<Readonly<Record<string, string | undefined>>> {
  const read = await readBounded('.env', limit)
  switch (read.is) {
    case 'missing':
      return {}
    case 'failed':
      throw new UsageError(
        `cannot read .env: ${read.why}. Name the target instead: mongowhy env:MONGODB_URI, or mongowhy - with the connection string on standard input`,
      )
    case 'text':
      return parseEnv(read.text)
  }
}
