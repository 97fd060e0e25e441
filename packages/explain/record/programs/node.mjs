// What an application does: connect, ping, read one document; whatever goes wrong is printed as Node prints it.
import { createRequire } from 'node:module'
import { join } from 'node:path'

const { MongoClient } = createRequire(join(process.cwd(), 'program.mjs'))('mongodb')
const client = new MongoClient(process.env.RECORD_URI, JSON.parse(process.env.RECORD_OPTIONS ?? '{}'))
await client.connect()
await client.db().command({ ping: 1 })
await client.db().collection('orders').findOne({})
console.log('no error')
await client.close()
