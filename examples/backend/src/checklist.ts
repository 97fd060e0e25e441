// The example by one command: a MongoDB of the lab where MONGODB_URI names none, the application, and its checklist.
import { Secret } from '@mongowhy/core'
import { serveMongo } from '@mongowhy/fault-kit'
import { checklist, checklistMarkdown, readChecklist } from '@mongowhy/operate'

import { connect } from 'mongowhy/connect'

import { build } from './app.ts'
import { collections } from './collections.ts'

const own = process.env['MONGODB_URI'] === undefined ? await serveMongo() : null
const uri = process.env['MONGODB_URI'] ?? `mongodb://127.0.0.1:${own?.port}/example`
const mongo = await connect({ collections, uri })
await mongo.indexes.apply()
const app = await build(mongo)
const baseUrl = await app.listen({ port: 0, host: '127.0.0.1' })
const account = { email: '{random}@example.com', password: '{random}' }
const document = await checklist({
  target: { uri: new Secret(uri), source: 'MONGODB_URI' },
  only: [],
  signal: AbortSignal.timeout(60_000),
  onItem: () => {},
  config: readChecklist({
    collections: ['users', 'sessions', 'webhook_subscriptions'],
    scratch: `${mongo.db.databaseName}.mongowhy_scratch`,
    source: import.meta.dirname,
    app: {
      baseUrl,
      signUp: { path: '/auth/sign-up', body: account },
      login: { path: '/auth/login', body: account },
      token: '/token',
      protected: { path: '/webhooks' },
      status: { path: '/status' },
      cleanUp: { path: '/account' },
    },
  }),
})
process.stdout.write(checklistMarkdown(document))
await app.close()
await mongo.close()
await own?.stop()
process.exitCode = document.failed > 0 ? 1 : 0
