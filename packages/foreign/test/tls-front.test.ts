import { describe, expect, test } from 'vitest'

import {
  installed,
  needsFerretDb,
  needsNginxStream,
  startFerretDb,
  startHaproxy,
  startNginx,
  startStunnel,
} from '../src/index.ts'
import type { Running, Tool } from '../src/index.ts'
import { expired, fileOption, local, otherRoot, root, sound, trusting } from './certificates.ts'
import { diagnosed, during, told } from './diagnosed.ts'
import { needing } from './needing.ts'
import { shared } from './shared.ts'

const files = {
  'server.pem': sound.combinedPem,
  'chain.pem': sound.chainPem,
  'key.pem': sound.keyPem,
  'ca.pem': root.certificatePem,
}

interface Front {
  readonly name: string
  readonly needs: readonly Tool[]
  /** Ends TLS and leads to a port; requires a client certificate of `root` where asked. */
  start(to: number, verify?: boolean): Promise<Running>
}

const nginxServer = (to: number, lines = ''): string => `stream { server {
  listen 127.0.0.1:PORT ssl; proxy_pass 127.0.0.1:${to};
  ssl_certificate FOLDER/chain.pem; ssl_certificate_key FOLDER/key.pem; ${lines}
} }`

const fronts: readonly Front[] = [
  {
    name: 'haproxy',
    needs: [installed('haproxy')],
    start: (to, verify = false) =>
      startHaproxy({
        bind: `ssl crt FOLDER/server.pem ${verify ? 'ca-file FOLDER/ca.pem verify required' : ''}`,
        backend: [`server one 127.0.0.1:${to}`],
        files,
      }),
  },
  {
    name: 'nginx',
    needs: [installed('nginx'), needsNginxStream],
    start: (to, verify = false) =>
      startNginx({
        block: nginxServer(to, verify ? 'ssl_verify_client on; ssl_client_certificate FOLDER/ca.pem;' : ''),
        files,
      }),
  },
  {
    name: 'stunnel',
    needs: [installed('stunnel')],
    start: (to, verify = false) =>
      startStunnel({
        to,
        lines: [
          'cert = FOLDER/server.pem',
          ...(verify ? ['verifyChain = yes', 'CAfile = FOLDER/ca.pem'] : []),
        ],
        files,
      }),
  },
]

const healthy = { outcome: 'healthy', primary: null, others: [], advisories: ['wire-not-genuine'] }

const ferret = shared(() => startFerretDb())
const trust = trusting()
const ours = fileOption('tlsCertificateKeyFile', root.issue({ purpose: 'client' }).combinedPem)
const old = fileOption('tlsCertificateKeyFile', root.issue(expired).combinedPem)
const strange = fileOption('tlsCertificateKeyFile', otherRoot.issue().combinedPem)

describe.each(fronts)('$name before nobody', ({ needs, start }) => {
  needing(...needs)

  test('is not claimed to be anything for sure', async () => {
    // Port 9 is the discard service's, which nothing here provides.
    const { port } = await during(start(9))
    const { outcome, primary } = told(await diagnosed(`mongodb://127.0.0.1:${port}/?${await trust()}`))
    expect(outcome).toBe('explained')
    expect(primary).toMatch(
      /^(wire-not-mongodb possible|wire-hello-silent likely|tcp-connection-limit possible)$/,
    )
  })
})

describe.each(fronts)('$name before FerretDB', ({ needs, start }) => {
  needing(needsFerretDb, ...needs)

  async function through(options: string, verify = false): Promise<ReturnType<typeof told>> {
    const { port } = await during(start((await ferret()).port, verify))
    return told(await diagnosed(`mongodb://127.0.0.1:${port}/test?${options}`))
  }

  test('is healthy', async () => {
    expect(await through(await trust())).toEqual(healthy)
  })

  test('is healthy with a client certificate', async () => {
    expect(await through(`${await trust()}&${await ours()}`, true)).toEqual(healthy)
  })

  test('wants TLS', async () => {
    expect(await through('')).toMatchObject({ primary: 'tls-client-is-plain certain', others: [] })
  })

  test('wants a client certificate', async () => {
    expect(await through(await trust(), true)).toMatchObject({
      primary: expect.stringMatching(/^tls-client-certificate-required (certain|likely)$/),
      others: [],
    })
  })

  test.each([
    ['of another authority', strange],
    ['that has expired', old],
  ])('rejects a client certificate %s', async (_what, file) => {
    expect(await through(`${await trust()}&${await file()}`, true)).toMatchObject({
      primary: expect.stringMatching(/^tls-client-certificate-rejected (certain|likely)$/),
      others: [],
    })
  })
})

describe('nginx before FerretDB', () => {
  needing(needsFerretDb, installed('nginx'), needsNginxStream)

  test.each([
    ['TLS 1.3 alone', 'ssl_protocols TLSv1.3;', null],
    ['TLS 1.2 alone', 'ssl_protocols TLSv1.2;', null],
    ['TLS 1.1 alone', 'ssl_protocols TLSv1.1; ssl_ciphers ALL:@SECLEVEL=0;', 'tls-version-mismatch certain'],
    [
      'static RSA alone, without a key for it',
      'ssl_protocols TLSv1.2; ssl_ciphers AES256-SHA;',
      'tls-no-common-cipher',
    ],
  ])('%s', async (_what, lines, verdict) => {
    const { port } = await during(startNginx({ block: nginxServer((await ferret()).port, lines), files }))
    const { primary } = told(await diagnosed(`mongodb://127.0.0.1:${port}/test?${await trust()}`))
    if (verdict === null) expect(primary).toBeNull()
    else expect(primary).toContain(verdict)
  })
})

describe('nginx with a chain of fifteen authorities', () => {
  needing(needsFerretDb, installed('nginx'), needsNginxStream)

  test('is healthy, and nothing is said of its chain', async () => {
    let issuer = root
    for (let depth = 1; depth < 15; depth += 1) issuer = issuer.intermediate({ name: `Link ${depth}` })
    const issued = issuer.issue(local)
    const long = { ...files, 'chain.pem': issued.chainPem, 'key.pem': issued.keyPem }
    const { port } = await during(startNginx({ block: nginxServer((await ferret()).port), files: long }))
    expect(told(await diagnosed(`mongodb://127.0.0.1:${port}/test?${await trust()}`))).toEqual(healthy)
  })
})

describe('haproxy that goes by the name', () => {
  needing(needsFerretDb, installed('haproxy'))

  async function named(host: string): Promise<ReturnType<typeof told>> {
    const backend = [`server one 127.0.0.1:${(await ferret()).port}`]
    const { port } = await during(
      startHaproxy({ bind: 'ssl crt FOLDER/server.pem strict-sni', backend, files }),
    )
    return told(await diagnosed(`mongodb://${host}:${port}/test?${await trust()}`))
  }

  test('is healthy under its name', async () => {
    expect((await named('localhost')).outcome).toBe('healthy')
  })

  test('refuses an address', async () => {
    expect((await named('127.0.0.1')).primary).toBe('tls-sni-missing likely')
  })
})

describe('FerretDB itself', () => {
  needing(needsFerretDb)

  test('speaks no TLS', async () => {
    const { port } = await ferret()
    const report = await diagnosed(`mongodb://127.0.0.1:${port}/test?${await trust()}`)
    expect(told(report)).toMatchObject({ primary: 'tls-server-is-plain certain', others: [] })
  })

  test('speaks TLS alone', async () => {
    const { port } = await during(startFerretDb({ tls: sound }))
    const report = await diagnosed(`mongodb://127.0.0.1:${port}/test`)
    expect(told(report)).toMatchObject({ primary: 'tls-client-is-plain certain', others: [] })
  })

  test('wants a client certificate', async () => {
    const { port } = await during(startFerretDb({ tls: sound, clientCa: root.certificatePem }))
    const bare = await diagnosed(`mongodb://127.0.0.1:${port}/test?${await trust()}`)
    expect(told(bare).primary).toBe('tls-client-certificate-required certain')
    const shown = await diagnosed(`mongodb://127.0.0.1:${port}/test?${await trust()}&${await ours()}`)
    expect(told(shown)).toEqual(healthy)
  })
})

describe('FerretDB, which ends TLS by itself (Go)', () => {
  needing(needsFerretDb)

  // It resets the connection with its alert, before our first message or after it.
  test.each([
    ['of another authority', strange],
    ['that has expired', old],
  ])('rejects a client certificate %s', async (_what, file) => {
    const { port } = await during(startFerretDb({ tls: sound, clientCa: root.certificatePem }))
    const uri = `mongodb://127.0.0.1:${port}/test?${await trust()}&${await file()}`
    expect(told(await diagnosed(uri)).primary).toBe('tls-client-certificate-rejected certain')
  })
})

describe('FerretDB and a name with a dot at its end', () => {
  needing(needsFerretDb)

  test('which Go takes for malformed', async () => {
    const { port } = await during(startFerretDb({ tls: sound }))
    const { primary } = told(await diagnosed(`mongodb://localhost.:${port}/test?${await trust()}`))
    expect(primary).toBe('tls-sni-unknown certain')
  })
})

describe('nginx, which passes on to FerretDB', () => {
  needing(needsFerretDb, installed('nginx'), needsNginxStream)

  test('one connection of a client at a time', async () => {
    const { port } = await during(
      startNginx({
        block: `stream {
  limit_conn_zone $binary_remote_addr zone=each:1m;
  server { listen 127.0.0.1:PORT; limit_conn each 1; proxy_pass 127.0.0.1:${(await ferret()).port}; }
}`,
      }),
    )
    expect(told(await diagnosed(`mongodb://127.0.0.1:${port}/test`)).primary).toMatch(
      /^tcp-connection-limit (likely|possible)$/,
    )
  })

  test('every second connection, and the others to nobody', async () => {
    const { port } = await during(
      startNginx({
        block: `stream {
  upstream both { server 127.0.0.1:${(await ferret()).port} max_fails=0; server 127.0.0.1:9 max_fails=0; }
  server { listen 127.0.0.1:PORT; proxy_next_upstream off; proxy_pass both; }
}`,
      }),
    )
    const { outcome, primary } = told(await diagnosed(`mongodb://127.0.0.1:${port}/test`))
    expect(outcome).toBe('explained')
    expect(primary).toMatch(/^tcp-(balancer-backend|connection-limit) (likely|possible)$/)
  })
})
