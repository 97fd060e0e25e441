import { redactText } from '@mongowhy/core'
import type { Target } from '@mongowhy/core'

import { collectionsOf } from '../clear/plan.ts'
import { openForWork } from '../open-for-work.ts'
import { CollectionNames } from './collection-names.ts'
import type { NamesInSource } from './collection-names.ts'
import { failed, notRun, passed } from './document.ts'
import type { Finding } from './document.ts'
import { sourceFiles } from './source-files.ts'

const readMs = 5_000

const nothing: NamesInSource = { used: [], undefined: [] }

/**
 * Whether every named collection exists and can be read, and every accessor that the source uses is defined. What the
 * source asks for by name and nobody listed is told, and is no fault: a collection may come with its first document.
 */
export async function checkCollections(
  target: Target,
  names: readonly string[],
  source: string | null,
): Promise<Finding> {
  const { used, undefined: missing } = source === null ? nothing : await namesIn(source)
  if (names.length === 0 && missing.length === 0 && used.length === 0) {
    return notRun('checklist.collections names none, and none is found in the source')
  }
  const work = await openForWork(target)
  try {
    const db = work.client.db()
    const there = await collectionsOf(db)
    const because = missing.map(({ name, place }) => `${place} uses ${name}, which nobody defines`)
    // What the source alone asks for is read as well where it is there: that it is not is no fault.
    const asked = used.map(({ name }) => name).filter((name) => !names.includes(name) && there.has(name))
    for (const name of [...names, ...asked]) {
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
    if (because.length > 0) return failed(`${because.length} cannot be used`, because)
    const told = used
      .filter(({ name }) => !names.includes(name) && !there.has(name))
      .map(({ name, place }) => `${place} asks for ${name}, which does not exist yet in ${db.databaseName}`)
    const count = names.length + asked.length
    if (count === 0)
      return notRun('checklist.collections names none, and none that the source asks for exists yet')
    return passed(`${count} of ${count} are there and can be read`, told)
  } finally {
    await work.close()
  }
}

async function namesIn(folder: string): Promise<NamesInSource> {
  const names = new CollectionNames()
  try {
    for await (const file of sourceFiles(folder)) if (isCode(file.path)) names.add(file)
  } catch {
    // That the folder cannot be read is told by the item that reads every file of it.
    return nothing
  }
  return names.found()
}

/** Files that programs are written in; tests may name what is wrong on purpose. */
function isCode(path: string): boolean {
  return (
    /\.(?:[cm]?[jt]sx?|py)$/.test(path) &&
    !/(?:^|[\\/])tests?[\\/]|\.(?:test|spec)\.|(?:^|[\\/])test_/.test(path)
  )
}
