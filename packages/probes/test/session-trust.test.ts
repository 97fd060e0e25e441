import net from 'node:net'

import type { Look } from '@mongowhy/core'
import { selfSigned, serveTls } from '@mongowhy/fault-kit'
import { expect, onTestFinished, test } from 'vitest'

import { ranSession } from './session-run.ts'
import { sessionServer } from './session-server.ts'

/** A server with logins, behind a certificate that nobody issued; and everything that it hears. */
async function impostor(): Promise<{ readonly uri: string; readonly heard: readonly string[] }> {
  const server = await sessionServer()
  const served = await serveTls({
    issued: selfSigned({ addresses: ['127.0.0.1'] }),
    inner: (secure) => {
      const way = net.connect(server.port, '127.0.0.1')
      way.on('error', () => secure.destroy())
      secure.on('close', () => way.destroy())
      secure.pipe(way).pipe(secure)
    },
  })
  onTestFinished(async () => {
    await served.stop()
    await server.stop()
  })
  const options = 'tls=true&serverSelectionTimeoutMS=500'
  return { uri: `mongodb://ada:right@127.0.0.1:${served.port}/app?${options}`, heard: server.heard }
}

const outcomeOf = (looks: readonly Look[]): unknown =>
  looks.find(({ ask, status }) => ask.probe === 'driver.connect' && status === 'seen')

test('a variable that switches verification off does not make the driver log in to an unverified peer', async () => {
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
  onTestFinished(() => void delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'])
  const { uri, heard } = await impostor()
  expect(outcomeOf(await ranSession(uri))).toMatchObject({ saw: { outcome: { is: 'failed' } } })
  expect(heard).toEqual([])
})

test.each([
  ['in the string', '&tlsAllowInvalidCertificates=true', {}],
  ['in the string, all of it', '&tlsInsecure=true', {}],
  ['in code', '', { rejectUnauthorized: false }],
])('the user’s own options may, %s', async (_, options, driverOptions) => {
  const { uri, heard } = await impostor()
  expect(outcomeOf(await ranSession(uri + options, { driverOptions }))).toMatchObject({
    saw: { outcome: { is: 'connected' } },
  })
  expect(heard).toContain('find')
})
