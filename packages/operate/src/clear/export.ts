import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

import { BSON } from 'mongodb'
import type { Db, Document } from 'mongodb'

/** The export does not hold what was written to it. */
export class ExportError extends Error {
  override readonly name: string = 'ExportError'
}

/**
 * Writes every document of a collection to `DIR/DATABASE.COLLECTION.ejson.gz`, one line of canonical Extended JSON each,
 * readable by this user alone, and reads it back to verify the count. Resolves to the path; never overwrites.
 */
export async function exportCollection(
  db: Db,
  name: string,
  directory: string,
  progress: (written: number) => void,
  signal: AbortSignal,
): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, `${fileName(`${db.databaseName}.${name}`)}.ejson.gz`)
  let written = 0
  async function* lines(): AsyncGenerator<string> {
    for await (const document of db.collection(name).find({}, { sort: { _id: 1 } })) {
      written += 1
      if (written % 1_000 === 0) progress(written)
      yield `${BSON.EJSON.stringify(document, { relaxed: false })}\n`
    }
  }
  await pipeline(
    Readable.from(lines()),
    createGzip(),
    createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    { signal },
  )
  const read = await countLines(path)
  if (read !== written)
    throw new ExportError(`the export of ${name} holds ${read} documents, and ${written} were written`)
  return path
}

/** The ids of an export, in batches: what was exported, and nothing else, may be deleted. */
export async function* exportedIds(path: string, batch: number): AsyncGenerator<readonly unknown[]> {
  let ids: unknown[] = []
  for await (const line of linesOf(path)) {
    const document: Document = BSON.EJSON.parse(line, { relaxed: false })
    ids.push(document['_id'])
    if (ids.length < batch) continue
    yield ids
    ids = []
  }
  if (ids.length > 0) yield ids
}

async function countLines(path: string): Promise<number> {
  let count = 0
  for await (const line of linesOf(path)) if (line !== '') count += 1
  return count
}

function linesOf(path: string): AsyncIterable<string> {
  const file = createReadStream(path)
  const text = createGunzip()
  file.on('error', (error) => text.destroy(error))
  return createInterface({ input: file.pipe(text), crlfDelay: Number.POSITIVE_INFINITY })
}

/** Collection names may hold what file names may not. */
function fileName(name: string): string {
  return name.replace(/[^\w.-]/g, (character) => `%${character.codePointAt(0)?.toString(16) ?? ''}`)
}
