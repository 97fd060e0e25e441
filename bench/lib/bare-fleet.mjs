// The least that tells whether a MongoDB is there: `tls.connect` and `hello`, so many at once as told.
// Usage: bare-fleet.mjs TARGETS-FILE CONCURRENCY CA-FILE. Prints what it counted as JSON.
import { readFileSync } from 'node:fs'
import { connect } from 'node:tls'

const [file = '', concurrency = '16', caFile = ''] = process.argv.slice(2)
const ca = readFileSync(caFile)
const targets = readFileSync(file, 'utf8')
  .split('\n')
  .flatMap((line) => {
    const place = /^mongodb:\/\/([^:]+):(\d+)\//.exec(line)
    return place === null ? [] : [{ host: place[1], port: Number(place[2]) }]
  })

// OP_MSG with { hello: 1, $db: 'admin' }.
const body = Buffer.from('\0\0\0\0\x10hello\0\x01\0\0\0\x02$db\0\x06\0\0\0admin\0\0', 'latin1')
body.writeInt32LE(body.length, 0)
const hello = Buffer.concat([Buffer.alloc(21), body])
hello.writeInt32LE(hello.length, 0)
hello.writeInt32LE(1, 4)
hello.writeInt32LE(2013, 12)

const counts = { answered: 0, failed: 0 }
const one = ({ host, port }) =>
  new Promise((resolve) => {
    const socket = connect({ host, port, ca, ALPNProtocols: [] }, () => socket.write(hello))
    const end = (how) => {
      counts[how] += 1
      socket.destroy()
      resolve()
    }
    let heard = 0
    let ended = false
    const once = (how) => {
      if (!ended) {
        ended = true
        end(how)
      }
    }
    socket.setTimeout(5_000, () => once('failed'))
    socket.on('data', (bytes) => {
      heard += bytes.length
      if (heard > 16) once('answered')
    })
    socket.on('error', () => once('failed'))
    socket.on('close', () => once('failed'))
  })

let next = 0
await Promise.all(
  Array.from({ length: Number(concurrency) }, async () => {
    for (let at = next++; at < targets.length; at = next++) await one(targets[at])
  }),
)
console.log(JSON.stringify(counts))
