import { describe, expect, test } from 'vitest'

import { CollectionNames } from '../src/checklist/collection-names.ts'
import type { NamesInSource } from '../src/checklist/collection-names.ts'

function foundIn(files: Readonly<Record<string, string>>): NamesInSource {
  const names = new CollectionNames()
  for (const [path, text] of Object.entries(files)) names.add({ path, text })
  return names.found()
}

const undefinedIn = (files: Readonly<Record<string, string>>): readonly string[] =>
  foundIn(files).undefined.map(({ name, place }) => `${place} ${name}`)

describe('what is used and stands nowhere', () => {
  test('a function of Python that was never written', () => {
    expect(
      undefinedIn({
        'db/mongo.py': 'def get_users_collection():\n    return db.users\n',
        'crud/webhook.py':
          'from db.mongo import get_webhooks_collection\n\ndef all():\n    return get_webhooks_collection().find()\n',
      }),
    ).toEqual(['crud/webhook.py:4 get_webhooks_collection'])
  })

  test('an accessor that defineCollections() lacks', () => {
    expect(
      undefinedIn({
        'collections.ts':
          "export const collections = defineCollections({\n  users: { indexes: [{ key: { email: 1 } }] },\n  'webhooks': { name: 'webhook_subscriptions' },\n})\n",
        'app.ts':
          'mongo.collections.users.find()\nmongo.collections.webhoks.find()\nmongo.collections.webhooks\n',
      }),
    ).toEqual(['app.ts:2 webhoks'])
  })
})

describe('what looks like it, and is none', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    [
      'a function of a package',
      { 'a.ts': "import { getUsersCollection } from 'our-db'\ngetUsersCollection()" },
    ],
    ['an arrow function', { 'a.ts': 'const getUsersCollection = () => db.x\ngetUsersCollection()' }],
    [
      'a method',
      {
        'a.ts':
          'class A {\n  getUsersCollection(db: Db): Collection {\n    return 1\n  }\n}\nx.getUsersCollection()',
      },
    ],
    [
      'a comment',
      {
        'a.py': '# get_users_collection() was here\n',
        'b.ts': '// mongo.collections.users\n/* getUsersCollection() */',
      },
    ],
    ['a property of somebody else', { 'a.ts': 'backbone.collections.users.fetch()' }],
    ['the method of another object', { 'a.ts': 'repository.getUsersCollection()' }],
    ['a definition with nothing in it', { 'a.ts': 'defineCollections({' }],
  ])('%s', (_, files) => {
    expect(undefinedIn(files)).toEqual([])
  })
})

test('names that are asked for by a text, and those that are computed are not guessed', () => {
  const { used } = foundIn({
    'a.ts':
      'db.collection(\'users\')\ndb.collection<Order>("orders")\ndb.collection(name)\ndb.collection(`x_${y}`)\n',
    'b.py': "db.get_collection('events')\n",
  })
  expect(used.map(({ name }) => name)).toEqual(['users', 'orders', 'events'])
})

test('a hostile file takes no time to speak of', () => {
  const began = performance.now()
  foundIn({
    'a.ts': `${'getACollection('.repeat(20_000)}${'/*'.repeat(50_000)}${'defineCollections({'.repeat(2_000)}`,
  })
  // Quadratic behaviour would need minutes here.
  expect(performance.now() - began).toBeLessThan(15_000)
})
