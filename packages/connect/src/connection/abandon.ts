import type { MongoClient } from 'mongodb'

/**
 * Closes a client whose connect may still be under way: one that is still looking its hosts up opens them after it was
 * closed, so it is closed again then. Never rejects.
 */
export async function abandon(client: MongoClient, connecting: Promise<unknown>): Promise<void> {
  const close = (): Promise<void> => client.close().catch(() => {})
  client.once('serverOpening', () => void close())
  void connecting.then(close)
  await close()
}
