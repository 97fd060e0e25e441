import type { ServerProduct } from '@mongowhy/core'

import type { BsonDocument } from './bson-read.ts'
import { documentOf, textOf } from './fields.ts'

/**
 * Whose server this is, by definite signs alone: FerretDB's own fields (its buildInfo), the type tag that Cosmos DB for
 * MongoDB puts into every reply, and the versions that DocumentDB's gateway reports. Amazon DocumentDB sends no sign.
 */
export function productOf(build: BsonDocument): ServerProduct {
  for (const name of ['ferretdb', 'ferretdbVersion']) {
    if (build.has(name)) return { is: 'other', name: 'FerretDB', sign: `buildInfo.${name}` }
  }
  if (build.has('_t')) return { is: 'other', name: 'Azure Cosmos DB for MongoDB', sign: 'buildInfo._t' }
  const internal = documentOf(build, 'internal')
  for (const name of ['documentdb_versions', 'cosmos_versions']) {
    if (internal?.has(name) === true)
      return { is: 'other', name: 'DocumentDB', sign: `buildInfo.internal.${name}` }
  }
  return isMongo(build) ? { is: 'mongodb' } : { is: 'unknown' }
}

/** Only a build of MongoDB's own source carries a full commit, the compiler's flags and the script engine together. */
function isMongo(build: BsonDocument): boolean {
  const environment = documentOf(build, 'buildEnvironment')
  return (
    /^[0-9a-f]{40}$/.test(textOf(build, 'gitVersion') ?? '') &&
    build.has('javascriptEngine') &&
    build.has('allocator') &&
    environment?.has('cxxflags') === true
  )
}
