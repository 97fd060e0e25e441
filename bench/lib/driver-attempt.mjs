// What an application does with the official driver: connect, ping, one read. Prints the time and the error as JSON.
// usage: driver-attempt.mjs URI [HOST:PORT:ADDRESS…]
import { MongoClient } from 'mongodb'

const [uri = '', ...resolved] = process.argv.slice(2)
const addresses = new Map(resolved.map((each) => [each.split(':')[0], each.split(':').slice(2).join(':')]))
const lookup = (host, options, done) => {
  const address = addresses.get(host) ?? '127.0.0.1'
  if (options.all) done(null, [{ address, family: 4 }])
  else done(null, address, 4)
}
const began = performance.now()
let error = null
try {
  const client = new MongoClient(uri, addresses.size > 0 ? { lookup } : {})
  await client.connect()
  await client.db('admin').command({ ping: 1 })
  await client.db().collection('mongowhy_probe').findOne({})
} catch (reason) {
  error = reason instanceof Error ? reason.message : String(reason)
}
process.stdout.write(`${JSON.stringify({ tookMs: performance.now() - began, error })}\n`)
process.exit(error === null ? 0 : 1)
