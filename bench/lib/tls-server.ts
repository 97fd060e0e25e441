// A MongoDB behind TLS of a given width, at a given distance, in a process of its own: what is measured must not share a
// thread with it. Arguments: `wide` or `narrow`, and the delay in each direction in milliseconds. Prints its port.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import type { TlsOptions } from 'node:tls'

import { authority, relay, serveMongo } from '@mongowhy/fault-kit'

const [width = 'narrow', delay = '0'] = process.argv.slice(2)

/** An RSA certificate as servers have it; the kit's own are on P-256, or weak on purpose. */
function rsa(): Pick<TlsOptions, 'cert' | 'key'> {
  const folder = mkdtempSync(join(tmpdir(), 'mongowhy-bench-'))
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost', '-days', '2']
    execFileSync('openssl', [...args, '-keyout', key, '-out', cert], { stdio: 'ignore' })
    return { cert: readFileSync(cert), key: readFileSync(key) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const elliptic = authority().issue({ names: ['localhost'] })
const wide = (): TlsOptions => {
  const { cert, key } = rsa()
  return {
    cert: [cert, elliptic.chainPem].flat() as Buffer[],
    key: [key, elliptic.keyPem].flat() as Buffer[],
    ciphers: 'ALL:COMPLEMENTOFALL:@SECLEVEL=0',
    minVersion: 'TLSv1',
    dhparam: 'auto',
  }
}
const narrow = (): TlsOptions => ({
  ...rsa(),
  ciphers:
    'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-CHACHA20-POLY1305:ECDHE-RSA-AES128-SHA256:ECDHE-RSA-AES256-SHA384',
})

const mongo = await serveMongo()
const front = createServer(width === 'wide' ? wide() : narrow(), (secure) => {
  const inner = connect({ host: mongo.host, port: mongo.port })
  secure.on('error', () => inner.destroy())
  inner.on('error', () => secure.destroy())
  secure.pipe(inner).pipe(secure)
})
front.on('tlsClientError', () => {})
front.listen(0, '127.0.0.1', () => {
  const address = front.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const to = { host: '127.0.0.1', port: address.port }
  void relay({ to, delayMs: Number(delay) }).then(({ port }) => console.log(port))
})
