import {
  acceptAndHang,
  answerWith,
  authority,
  serveAlert,
  serveMongo,
  serveTcp,
  serveTls,
} from '@mongowhy/fault-kit'
import { afterEach, describe, expect, test } from 'vitest'

import { contextFor, lookFor, plainSettings, tlsSettings } from './experiment-context.ts'

const stops: (() => Promise<void>)[] = []
const host = 'db.lab.test'

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

function kept<S extends { stop(): Promise<void> }>(served: S): S {
  stops.push(() => served.stop())
  return served
}

const vary = { address: '127.0.0.1' } as const
const at = ({ port }: { port: number }): string => `${host}:${port}`

describe('a hello of our own making', () => {
  const issued = authority().issue({ names: [host] })

  test('learns version, suite and group, in TLS 1.3 and in TLS 1.2', async () => {
    const served = kept(await serveTls({ issued }))
    const ctx = contextFor(`mongodb://${at(served)}/?tls=true`)
    const modern = await lookFor(ctx, tlsSettings, { probe: 'tls.hello', endpoint: at(served), vary })
    expect(modern).toMatchObject({
      saw: {
        servername: host,
        outcome: { is: 'server-hello', version: 'TLSv1.3', cipher: 0x1302, group: 29 },
      },
    })
    const older = await lookFor(ctx, tlsSettings, {
      probe: 'tls.hello',
      endpoint: at(served),
      vary: { ...vary, versions: [0x0303], ciphers: [0xc02b] },
    })
    expect(older).toMatchObject({
      saw: { outcome: { is: 'server-hello', version: 'TLSv1.2', cipher: 0xc02b } },
    })
  })

  test('is as long as it is told to be, in pieces too', async () => {
    const served = kept(await serveTls({ issued }))
    const ctx = contextFor(`mongodb://${at(served)}/?tls=true`)
    const endpoint = at(served)
    const large = await lookFor(ctx, tlsSettings, {
      probe: 'tls.hello',
      endpoint,
      vary: { ...vary, keyShare: 'post-quantum' },
    })
    const padded = await lookFor(ctx, tlsSettings, {
      probe: 'tls.hello',
      endpoint,
      vary: { ...vary, size: 1_400, piece: 100 },
    })
    expect(large).toMatchObject({ saw: { outcome: { is: 'server-hello' } } })
    if (large.status === 'seen') expect(large.saw.helloBytes).toBeGreaterThan(1_500)
    expect(padded).toMatchObject({ saw: { helloBytes: 1_400, outcome: { is: 'server-hello' } } })
  })

  test('keeps the alert, the reset, the close, the silence and the foreign answer apart', async () => {
    const alerting = kept(await serveAlert({ alert: 80 }))
    const ctx = contextFor(`mongodb://${at(alerting)}/?tls=true`)
    const see = (served: { port: number }) =>
      lookFor(ctx, tlsSettings, { probe: 'tls.hello', endpoint: at(served), vary }, 300)
    expect(await see(alerting)).toMatchObject({ saw: { outcome: { is: 'alert', alert: { number: 80 } } } })
    const hanging = kept(await serveTcp(acceptAndHang()))
    expect(await see(hanging)).toMatchObject({
      saw: { outcome: { is: 'silent' }, bytesRead: 0, answeredMs: null },
    })
    const speaking = kept(await serveTcp(answerWith('HTTP/1.1 400 Bad Request\r\n\r\n')))
    expect(await see(speaking)).toMatchObject({ saw: { outcome: { is: 'not-tls', protocol: 'http' } } })
  })
})

describe('what speaks first', () => {
  test('a banner is recognised, and silence is none', async () => {
    const ssh = kept(await serveTcp(answerWith('SSH-2.0-OpenSSH_9.6\r\n')))
    const mongo = kept(await serveMongo())
    const ctx = contextFor(`mongodb://${at(ssh)}`)
    const hear = (served: { port: number }) =>
      lookFor(ctx, plainSettings, { probe: 'wire.banner', endpoint: at(served), vary }, 200)
    expect(await hear(ssh)).toMatchObject({ saw: { outcome: { is: 'spoke', protocol: 'ssh' } } })
    expect(await hear(mongo)).toMatchObject({ saw: { outcome: { is: 'silent' } } })
  })
})

describe('GET /', () => {
  test('a web server is told from mongod', async () => {
    const web = kept(await serveTcp(answerWith('HTTP/1.1 301 Moved\r\nServer: nginx\r\n\r\n')))
    const mongod = kept(
      await serveTcp(
        answerWith(
          'HTTP/1.0 200 OK\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: 85\r\n\r\nIt looks like you are trying to access MongoDB over HTTP on the native driver port.\r\n',
          'close',
        ),
      ),
    )
    const ctx = contextFor(`mongodb://${at(web)}`)
    const get = (served: { port: number }) =>
      lookFor(ctx, plainSettings, { probe: 'wire.http', endpoint: at(served), vary }, 400)
    expect(await get(web)).toMatchObject({ saw: { outcome: { is: 'http', status: 301, server: 'nginx' } } })
    expect(await get(mongod)).toMatchObject({ saw: { outcome: { is: 'mongod' } } })
    const echo = kept(await serveTcp((socket) => socket.pipe(socket)))
    expect(await get(echo)).toMatchObject({ saw: { outcome: { is: 'other', protocol: 'echo' } } })
  })
})

describe('what a look is compared with', () => {
  test('another port only of an address that was met, a control host only when it was named', async () => {
    const served = kept(await serveTcp(acceptAndHang()))
    const endpoint = at(served)
    const other = { of: 'same-host', address: '127.0.0.1', port: served.port } as const
    const ctx = contextFor(`mongodb://${endpoint}`, {
      control: { host: 'control.lab.test', port: served.port },
      resolve: [{ host: 'control.lab.test', port: served.port, address: '127.0.0.1' }],
    })
    const compare = (vary: typeof other | { of: 'control-host'; port: number }) =>
      lookFor(ctx, plainSettings, { probe: 'tcp.control', endpoint, vary })
    expect(await compare(other)).toMatchObject({ status: 'skipped', reason: 'not-asked' })
    await lookFor(ctx, plainSettings, { probe: 'tcp.connect', endpoint, vary })
    expect(await compare(other)).toMatchObject({ saw: { attempts: [{ outcome: { is: 'open' } }] } })
    expect(await compare({ of: 'control-host', port: served.port })).toMatchObject({
      saw: { host: 'control.lab.test', attempts: [{ address: '127.0.0.1', outcome: { is: 'open' } }] },
    })
  })
})
