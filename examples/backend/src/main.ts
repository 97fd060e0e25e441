import { connect, ConfigurationError, MongoWhyError } from 'mongowhy/connect'

import { build } from './app.ts'
import { collections } from './collections.ts'

const port = Number(process.env['PORT'] ?? 3_000)

try {
  const mongo = await connect({ collections })
  await mongo.indexes.apply()
  const app = await build(mongo)
  await app.listen({ port, host: '127.0.0.1' })
  process.stdout.write(`listening on http://127.0.0.1:${port}\n`)
  const stop = async (): Promise<void> => {
    await app.close()
    await mongo.close()
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
} catch (error) {
  // These say what is wrong and what to do; everything else is a defect, and its stack helps.
  if (error instanceof ConfigurationError) process.stderr.write(`${error.message}\n`)
  else if (error instanceof MongoWhyError) {
    process.stderr.write(
      `${error.message}\n${error.steps.map((step, index) => `${index + 1}. ${step}\n`).join('')}`,
    )
  } else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
}
