import type { Collection, Document } from 'mongodb'

/** Deletes by batches of ids; calls back with the number that each batch took away. Stops between batches when aborted. */
export async function deleteAll(
  collection: Collection,
  batches: AsyncIterable<readonly unknown[]>,
  onDeleted: (count: number) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  for await (const ids of batches) {
    if (signal.aborted) return
    // An id may be of any type, and the driver's types know ObjectId alone.
    const { deletedCount } = await collection.deleteMany({ _id: { $in: ids } } as Document)
    await onDeleted(deletedCount)
  }
}

// An id that is found and cannot be deleted would be found for ever.
const mostWithoutProgress = 3

/** The ids of what is there, batch by batch, until a batch is not full any more: a writer must not keep us for ever. */
export async function* idsThere(collection: Collection, batch: number): AsyncGenerator<readonly unknown[]> {
  let before = ''
  let stuck = 0
  for (;;) {
    const found = await collection.find({}, { projection: { _id: 1 }, limit: batch }).toArray()
    const ids: readonly unknown[] = found.map((document) => document['_id'])
    if (ids.length === 0) return
    const now = String(ids[0])
    stuck = now === before ? stuck + 1 : 0
    before = now
    if (stuck >= mostWithoutProgress)
      throw new Error(`documents of ${collection.collectionName} are found and cannot be deleted`)
    yield ids
    if (ids.length < batch) return
  }
}
