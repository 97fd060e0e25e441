import { randomUUID } from 'node:crypto'

import { redactText } from '@mongowhy/core'
import type { Target } from '@mongowhy/core'
import type { Collection, Document } from 'mongodb'

import { collectionsOf } from '../clear/plan.ts'
import type { ChecklistConfig } from '../config/checklist-config.ts'
import { openForWork } from '../open-for-work.ts'
import { failed, notRun, passed } from './document.ts'
import type { Finding } from './document.ts'

/** One document's life on the scratch collection. What was made is removed, or named where it cannot be. */
export async function checkCrud(target: Target, scratch: ChecklistConfig['scratch']): Promise<Finding> {
  if (scratch === null) return notRun('checklist.scratch names no collection to write to')
  const work = await openForWork(target)
  try {
    const db = work.client.db(scratch.database)
    const before = await collectionsOf(db)
    const collection = db.collection(scratch.collection)
    const id = `mongowhy-${randomUUID()}`
    const problem = await life(collection, id).catch((error: unknown) => messageOf(error, target))
    const left = await removed(collection, id, !before.has(scratch.collection))
    const place = `${scratch.database}.${scratch.collection}`
    if (problem !== null) return failed(`a document of ${place} cannot live: ${problem}`, left)
    return passed(`inserted, read, updated and deleted one document of ${place}`, left)
  } finally {
    await work.close()
  }
}

async function life(collection: Collection, id: string): Promise<string | null> {
  // An id of our own kind, which the driver's types would have as an ObjectId.
  const own: Document = { _id: id }
  await collection.insertOne({ ...own, mongowhy: 'checklist', step: 'inserted' })
  const found = await collection.findOne(own)
  if (found?.['step'] !== 'inserted') return 'it cannot be read back'
  const { matchedCount } = await collection.updateOne(own, { $set: { step: 'updated' } })
  if (matchedCount !== 1) return 'it cannot be updated'
  const { deletedCount } = await collection.deleteOne(own)
  return deletedCount === 1 ? null : 'it cannot be deleted'
}

/** Removes the document, and the collection where the check made it; what cannot be removed is named. */
async function removed(collection: Collection, id: string, made: boolean): Promise<readonly string[]> {
  const own: Document = { _id: id }
  const gone = await collection.deleteOne(own).then(
    () => true,
    () => false,
  )
  if (!gone) return [`left behind: the document ${id} of ${collection.namespace}`]
  if (!made) return []
  const dropped = await collection.drop().then(
    () => true,
    () => false,
  )
  return dropped ? [] : [`left behind: the empty collection ${collection.namespace}`]
}

function messageOf(error: unknown, target: Target): string {
  return redactText(error instanceof Error ? error.message : String(error), [target.uri])
}
