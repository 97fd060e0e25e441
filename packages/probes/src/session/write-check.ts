import type { InsertOneOptions, MongoClient } from 'mongodb'

import type { Operations } from './operations.ts'

/**
 * The life of one document of our own: insert, find, update, delete. It is removed whatever happens in between, an
 * interrupt included; only a server that refused the insert for lack of rights holds nothing to remove.
 */
export async function writeCheck(
  client: MongoClient,
  place: { readonly database: string; readonly collection: string },
  operations: Operations,
  boundMs: number,
): Promise<void> {
  const { ObjectId } = await import('mongodb')
  const collection = client.db(place.database).collection(place.collection)
  const namespace = `${place.database}.${place.collection}`
  const own = { _id: new ObjectId() }
  const confirmed = boundedConcern(client, boundMs)
  const uninterrupted = new AbortController().signal
  let written: Awaited<ReturnType<Operations['run']>> | null = null
  try {
    written = await operations.run('insert', namespace, () =>
      collection.insertOne({ ...own, mongowhy: 'write check', step: 'inserted' }, confirmed),
    )
    if (written !== 'done') return
    await operations.run('find-inserted', namespace, async () => {
      const found = await collection.findOne(own, { readPreference: 'primary' })
      if (found === null) throw new Error('the document that was inserted was not found')
    })
    await operations.run('update', namespace, async () => {
      const { matchedCount } = await collection.updateOne(own, { $set: { step: 'updated' } }, confirmed)
      if (matchedCount !== 1) throw new Error('the document that was inserted was not updated')
    })
  } finally {
    if (written !== 'refused') {
      // What the insert waited for in vain, the removal need not wait for again; that it succeeds tells the two apart.
      const options = written === 'done' ? confirmed : { writeConcern: { w: 1 } }
      await operations.run('delete', namespace, () => collection.deleteOne(own, options), uninterrupted)
    }
  }
}

// The server's own bound must be over before ours, so that its answer arrives.
const headStartMs = 500

/**
 * The user's own write concern, with a bound where it waits for other members: a server that waits for ever answers nothing,
 * and holds the one connection. Where the user names no concern the server's default stands, and stays as it is.
 */
function boundedConcern(client: MongoClient, boundMs: number): Pick<InsertOneOptions, 'writeConcern'> {
  const { writeConcern, timeoutMS } = client.options
  const { w } = writeConcern ?? {}
  if (writeConcern === undefined || timeoutMS !== undefined) return {}
  if (w === undefined || w === 0 || w === 1) return {}
  const own = writeConcern.wtimeoutMS ?? 0
  const ours = Math.max(headStartMs, boundMs - headStartMs)
  const { journal } = writeConcern
  return {
    writeConcern: {
      w,
      ...(journal === undefined ? {} : { journal }),
      wtimeoutMS: own > 0 ? Math.min(own, ours) : ours,
    },
  }
}
