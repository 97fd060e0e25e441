import type { ObjectId } from 'mongodb'

import { defineCollections, type } from 'mongowhy/connect'

export interface User {
  readonly email: string
  /** `scrypt$SALT$HASH`, in base64. */
  readonly password: string
  readonly createdAt: Date
}

/** A login. Its token is kept as a digest, so that whoever reads the database cannot use it. */
export interface Session {
  readonly token: string
  readonly user: ObjectId
  readonly expiresAt: Date
}

export interface WebhookSubscription {
  readonly user: ObjectId
  readonly url: string
  readonly events: readonly string[]
  readonly active: boolean
  readonly createdAt: Date
}

/** Every collection of the application. An accessor that is not here does not exist, at compile time and at run time. */
export const collections = defineCollections({
  users: { schema: type<User>(), indexes: [{ key: { email: 1 }, unique: true }] },
  sessions: {
    schema: type<Session>(),
    indexes: [{ key: { token: 1 }, unique: true }, { key: { user: 1, expiresAt: 1 } }],
  },
  webhooks: {
    name: 'webhook_subscriptions',
    schema: type<WebhookSubscription>(),
    indexes: [{ key: { user: 1 } }],
  },
})

export type Collections = typeof collections
