import type { Duplex } from 'node:stream'

import type { HttpSighting } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { bounded } from '../bounded.ts'
import { excerptOf, recogniseProtocol } from '../protocol.ts'

// A status line and the headers; what follows tells nothing more.
const enough = 4_096
// mongod reads 16 bytes and looks for "GET " before it decides anything about TLS.
const requestLine = 'GET / HTTP/1.0'
const question = `${requestLine}\r\n\r\n`
/** mongod's only answer to a browser (its HTTP interface is gone since 3.6). This sentence is its structure. */
const mongodSentence = 'It looks like you are trying to access MongoDB over HTTP'

/** Asks `GET /` over an open connection, with or without TLS. The caller destroys the socket. */
export function askHttp(socket: Duplex, address: string, bound: Bound): Promise<HttpSighting> {
  let heard = Buffer.alloc(0)
  const saw = (outcome: HttpSighting['outcome']): HttpSighting => ({ address, outcome })
  return bounded<HttpSighting>(
    bound,
    (done) => {
      const read = (bytes: Buffer): void => {
        heard = Buffer.concat([heard, bytes])
        if (heard.length >= enough || (recogniseProtocol(heard) !== 'http' && heard.length >= 16)) {
          done(saw(outcomeOf(heard)))
        }
      }
      const ended = (): void => done(saw(heard.length === 0 ? { is: 'closed' } : outcomeOf(heard)))
      const failed = (error: NodeJS.ErrnoException): void => {
        if (heard.length > 0) done(saw(outcomeOf(heard)))
        else done(saw({ is: error.code === 'ECONNRESET' || error.code === 'EPIPE' ? 'reset' : 'closed' }))
      }
      socket.on('data', read).once('end', ended).once('close', ended).on('error', failed)
      if (socket.destroyed) ended()
      else {
        socket.resume()
        socket.write(question)
      }
      return () => socket.destroy()
    },
    () => saw(heard.length === 0 ? { is: 'silent' } : outcomeOf(heard)),
  )
}

function outcomeOf(heard: Buffer): HttpSighting['outcome'] {
  const protocol = recogniseProtocol(heard)
  const text = heard.subarray(0, enough).toString('latin1')
  // No web server begins its answer with the request.
  if (text.startsWith(requestLine)) return { is: 'other', protocol: 'echo', excerpt: excerptOf(heard) }
  if (protocol !== 'http') return { is: 'other', protocol, excerpt: excerptOf(heard) }
  if (text.includes(mongodSentence)) return { is: 'mongod' }
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})\b/.exec(text)?.[1]
  const server = /\r?\nserver:[ \t]*([^\r\n]{1,100})/i.exec(text)?.[1]
  return {
    is: 'http',
    status: status === undefined ? null : Number(status),
    server: server ?? null,
    excerpt: excerptOf(heard),
  }
}
