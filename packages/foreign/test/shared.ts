import { afterAll } from 'vitest'

import type { Running } from '../src/index.ts'

/** A server for all tests of a file: started when the first of them wants it, stopped after the last. */
export function shared<Server extends Pick<Running, 'stop'>>(
  start: () => Promise<Server>,
): () => Promise<Server> {
  let started: Promise<Server> | null = null
  afterAll(async () => {
    await (await started)?.stop()
  })
  return () => (started ??= start())
}
