import type { MongoClient } from 'mongodb'

import type { Operations } from './operations.ts'

/**
 * The life of one document of our own: insert, find, update, delete. It is removed whatever happens in between, an
 * interrupt included; only a server that refused the insert for lack of rights holds nothing to remove.
 */
export async function writeCheck(
  client: MongoClient,
  place: { readonly database: string; readonly collection: string },
  operations: Operations,
): Promise<void> {
  const { ObjectId } = await import('mongodb')
  const collection = client.db(place.database).collection(place.collection)
  const namespace = `${place.database}.${place.collection}`
  const own = { _id: new ObjectId() }
  const uninterrupted = new AbortController().signal
  let written: Awaited<ReturnType<Operations['run']>> | null = null
  try {
    written = await operations.run('insert', namespace, () =>
      collection.insertOne({ ...own, mongowhy: 'write check', step: 'inserted' }),
    )
    if (written !== 'done') return
    await operations.run('find-inserted', namespace, async () => {
      const found = await collection.findOne(own, { readPreference: 'primary' })
      if (found === null) throw new Error('the document that was inserted was not found')
    })
    await operations.run('update', namespace, async () => {
      const { matchedCount } = await collection.updateOne(own, { $set: { step: 'updated' } })
      if (matchedCount !== 1) throw new Error('the document that was inserted was not updated')
    })
  } finally {
    if (written !== 'refused') {
      await operations.run('delete', namespace, () => collection.deleteOne(own), uninterrupted)
    }
  }
}
