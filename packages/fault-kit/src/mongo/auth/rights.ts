import type { GrantedRole, Privilege } from '../options.ts'

const reading = [
  'collStats',
  'dbHash',
  'dbStats',
  'find',
  'killCursors',
  'listCollections',
  'listIndexes',
  'planCacheRead',
]
const writing = [
  'convertToCapped',
  'createCollection',
  'createIndex',
  'dropCollection',
  'dropIndex',
  'insert',
  'remove',
  'renameCollectionSameDB',
  'update',
]
const administering = ['bypassDocumentValidation', 'collMod', 'compact', 'dropDatabase', 'validate']
const userAdministering = ['createRole', 'createUser', 'dropUser', 'grantRole', 'viewRole', 'viewUser']
const clusterWide: Privilege = {
  resource: { cluster: true },
  actions: ['getCmdLineOpts', 'getLog', 'getParameter', 'hostInfo', 'listDatabases', 'serverStatus'],
}

const actionsOf: { readonly [role: string]: readonly string[] } = {
  read: reading,
  readWrite: [...reading, ...writing],
  dbAdmin: [
    ...administering,
    'collStats',
    'dbStats',
    'listCollections',
    'listIndexes',
    'createIndex',
    'dropIndex',
  ],
  userAdmin: userAdministering,
  dbOwner: [...reading, ...writing, ...administering, ...userAdministering],
}

/** What a role of MongoDB's allows; a role that is not built in brings its privileges. */
export function privilegesOf(granted: GrantedRole): readonly Privilege[] {
  if (granted.privileges !== undefined) return granted.privileges
  const { role, db } = granted
  const own = actionsOf[role]
  if (own !== undefined) return [{ resource: { db, collection: '' }, actions: own }]
  const everywhere = actionsOf[role.replace(/AnyDatabase$/, '')]
  if (everywhere !== undefined) {
    return [{ resource: { db: '', collection: '' }, actions: everywhere }, clusterWide]
  }
  switch (role) {
    case 'root':
    case 'atlasAdmin':
      return [
        { resource: { db: '', collection: '' }, actions: actionsOf['dbOwner'] ?? [] },
        { ...clusterWide, actions: [...clusterWide.actions, 'replSetGetStatus', 'killop'] },
      ]
    case 'clusterMonitor':
      return [{ ...clusterWide, actions: [...clusterWide.actions, 'replSetGetStatus'] }]
    default:
      return []
  }
}

/** Where an action happens: a collection, a whole database (`collection` null), or the cluster (`db` null). */
export interface Place {
  readonly db: string | null
  readonly collection: string | null
}

export function allows(privileges: readonly Privilege[], action: string, place: Place): boolean {
  return privileges.some(({ resource, actions }) => {
    if (!actions.includes(action)) return false
    if ('anyResource' in resource) return true
    if ('cluster' in resource) return place.db === null
    if (place.db === null || (resource.db !== '' && resource.db !== place.db)) return false
    return resource.collection === '' || resource.collection === place.collection
  })
}
