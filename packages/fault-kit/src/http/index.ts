import { createServer } from 'node:http'

import { listen } from '../served.ts'
import type { Served, Where } from '../served.ts'

export interface HttpOptions extends Where {
  /** The answer to a request; null: 404. The body is that of a POST. */
  answer(path: string, body: Buffer): Buffer | null
}

/** An HTTP server for what certificates point to: issuers' certificates, OCSP responders. */
export function serveHttp(options: HttpOptions): Promise<Served> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const found = options.answer(request.url ?? '/', Buffer.concat(chunks))
      response.writeHead(found === null ? 404 : 200, { 'Content-Type': 'application/octet-stream' })
      response.end(found ?? undefined)
    })
  })
  return listen(server, options)
}
