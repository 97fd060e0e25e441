import { redactText } from '@mongowhy/core'
import type { Target } from '@mongowhy/core'

import { collectionsOf } from '../clear/plan.ts'
import { openForWork } from '../open-for-work.ts'
import { failed, notRun, passed } from './document.ts'
import type { Finding } from './document.ts'

const readMs = 5_000

/** Whether every named collection exists and can be read. */
export async function checkCollections(target: Target, names: readonly string[]): Promise<Finding> {
  if (names.length === 0) return notRun('checklist.collections names none')
  const work = await openForWork(target)
  try {
    const db = work.client.db()
    const there = await collectionsOf(db)
    const because: string[] = []
    for (const name of names) {
      if (!there.has(name)) because.push(`${name} does not exist in ${db.databaseName}`)
      else {
        const why = await db
          .collection(name)
          .findOne({}, { projection: { _id: 1 }, maxTimeMS: readMs })
          .then(
            () => null,
            (error: unknown) =>
              redactText(error instanceof Error ? error.message : String(error), [target.uri]),
          )
        if (why !== null) because.push(`${name} cannot be read: ${why}`)
      }
    }
    return because.length === 0
      ? passed(`${names.length} of ${names.length} are there and can be read`)
      : failed(`${because.length} of ${names.length} cannot be used`, because)
  } finally {
    await work.close()
  }
}
