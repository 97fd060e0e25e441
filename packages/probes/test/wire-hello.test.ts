import { BSON } from 'mongodb'
import { afterEach, describe, expect, test } from 'vitest'

import { Secret } from '@mongowhy/core'
import { askBuild, askHello } from '@mongowhy/probes'
import type { HelloAsk } from '@mongowhy/probes'

import { bound, frame, peer, replyBody } from './wire-peer.ts'
import type { Peer } from './wire-peer.ts'

const what: HelloAsk = { address: '127.0.0.1', transport: 'plain', loadBalanced: false }
const open: Peer[] = []

async function answering(...parts: readonly Buffer[]): Promise<Peer> {
  const made = await peer((socket) => parts.forEach((part) => socket.write(part)))
  open.push(made)
  return made
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.stop()))
})

const reply = (document: object): Buffer => frame(replyBody(Buffer.from(BSON.serialize(document))))
const primary = {
  ismaster: true,
  helloOk: true,
  setName: 'rs0',
  hosts: ['a:1', 'b:2'],
  arbiters: ['c:3'],
  primary: 'a:1',
  me: 'a:1',
  setVersion: 4,
  topologyVersion: { processId: new BSON.ObjectId(), counter: new BSON.Long(6) },
  localTime: new Date(0),
  minWireVersion: 0,
  maxWireVersion: 21,
  readOnly: false,
  compression: ['zstd'],
  ok: 1,
}

describe('a reply', () => {
  test('gives the facts of a primary', async () => {
    const { socket } = await answering(reply(primary))
    const saw = await askHello(socket, what, bound())
    expect(saw).toMatchObject({
      command: 'isMaster',
      outcome: {
        is: 'reply',
        hello: {
          role: 'primary',
          setName: 'rs0',
          hosts: ['a:1', 'b:2'],
          arbiters: ['c:3'],
          maxWireVersion: 21,
          localTime: '1970-01-01T00:00:00.000Z',
          foreignFields: [],
          saslSupportedMechs: null,
        },
      },
    })
    expect(saw.roundTripMs).toBeGreaterThan(0)
  })

  test('may come byte by byte, and the next one is kept for the next question', async () => {
    const both = Buffer.concat([
      reply(primary),
      frame(replyBody(Buffer.from(BSON.serialize({ version: '7.0', ok: 1 }))), { responseTo: 2 }),
    ])
    const { socket } = await answering(...[...both].map((byte) => Buffer.of(byte)))
    expect((await askHello(socket, what, bound())).outcome.is).toBe('reply')
    expect((await askBuild(socket, bound())).outcome).toMatchObject({ is: 'reply', version: '7.0' })
  })

  test.each([
    ['standalone', { ismaster: true }],
    ['ghost', { isreplicaset: true, ismaster: false }],
    ['mongos', { ismaster: true, msg: 'isdbgrid' }],
    ['secondary', { setName: 'r', secondary: true }],
    ['arbiter', { setName: 'r', arbiterOnly: true }],
    ['recovering', { setName: 'r', ismaster: false }],
    ['load-balanced', { ismaster: true, msg: 'isdbgrid', serviceId: new BSON.ObjectId() }],
  ])('tells a %s', async (role, document) => {
    const { socket } = await answering(reply({ ...document, ok: 1 }))
    expect((await askHello(socket, what, bound())).outcome).toMatchObject({ is: 'reply', hello: { role } })
  })

  test('keeps hostile text as data, bounded', async () => {
    const { socket } = await answering(
      reply({ ok: 1, setName: `\u001b[31m${'x'.repeat(9_000)}`, hosts: [`${'h'.repeat(900)}:1`], evil: 1 }),
    )
    const { outcome } = await askHello(socket, what, bound())
    if (outcome.is !== 'reply') throw new Error(outcome.is)
    expect(outcome.hello.setName).toHaveLength(256)
    expect(outcome.hello.setName?.startsWith('\u001b[31m')).toBe(true)
    expect(outcome.hello.hosts).toEqual(['h'.repeat(256)])
    expect(outcome.hello.foreignFields).toEqual(['evil'])
  })

  test('names no more members than a set can have', async () => {
    const { socket } = await answering(reply({ ok: 1, setName: 'rs', hosts: Array(900).fill('h:1') }))
    expect((await askHello(socket, what, bound())).outcome).toMatchObject({
      is: 'malformed',
      problem: 'field',
      detail: 'it names 900 members, and a set has at most 50',
    })
  })

  test('may be an error, and does not repeat the user', async () => {
    const { socket } = await answering(
      reply({ ok: 0, code: 18, codeName: 'No', errmsg: 'no admin.ada here' }),
    )
    const saw = await askHello(socket, { ...what, mechanismsFor: new Secret('admin.ada') }, bound())
    expect(saw.outcome).toEqual({ is: 'error', code: 18, codeName: 'No', message: 'no <user> here' })
  })
})

test('a service that sends back what it is sent is told from one that speaks', async () => {
  const made = await peer((socket, asked) => socket.write(asked))
  open.push(made)
  expect((await askHello(made.socket, what, bound())).outcome).toMatchObject({
    is: 'not-mongodb',
    protocol: 'echo',
  })
})

test.each([
  ['http2', Buffer.from('000006040000000000000300000064', 'hex')],
  ['memcached', Buffer.from('ERROR\r\nERROR\r\n')],
  ['amqp', Buffer.from('414d515000000901', 'hex')],
  ['smtp-or-ftp', Buffer.from('* OK ready\r\n')],
  // Shorter than a header, and no beginning of one.
  ['unknown', Buffer.from('RFB 003.008\n')],
  ['unknown', Buffer.from('{}\n')],
])('%s is known by its first bytes', async (protocol, bytes) => {
  const { socket } = await answering(bytes)
  expect((await askHello(socket, what, bound())).outcome).toMatchObject({ is: 'not-mongodb', protocol })
})

test('the question is what a driver asks first, and holds no credentials', async () => {
  const { socket, heard } = await answering(reply(primary))
  await askHello(socket, what, bound())
  const asked = heard[0] ?? Buffer.alloc(0)
  expect(asked.readInt32LE(0)).toBe(asked.length)
  expect(asked.readInt32LE(12)).toBe(2004)
  const document = BSON.deserialize(asked.subarray(20 + 'admin.$cmd\0'.length + 8))
  expect(document).toMatchObject({
    ismaster: 1,
    helloOk: true,
    client: { application: { name: 'mongowhy' } },
  })
  expect(document).not.toHaveProperty('saslSupportedMechs')
})

test('a load balancer is told that it is one', async () => {
  const { socket, heard } = await answering(reply(primary))
  expect((await askHello(socket, { ...what, loadBalanced: true }, bound())).command).toBe('hello')
  const asked = heard[0] ?? Buffer.alloc(0)
  expect(asked.readInt32LE(12)).toBe(2013)
  expect(BSON.deserialize(asked.subarray(21))).toMatchObject({ hello: 1, loadBalanced: true, $db: 'admin' })
})

describe('what is no reply', () => {
  test.each([
    ['http', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['ssh', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['redis', '-ERR unknown command\r\n'],
    ['mysql', '\x4a\x00\x00\x00\x0a8.0.36\x00\x08\x00\x00\x00abcdefgh\x00'],
    ['tls', '\x15\x03\x01\x00\x02\x02\x46'],
    ['postgresql', 'E\x00\x00\x00\x8cSFATAL\x00VFATAL\x00C0A000\x00'],
  ])('from %s is told as such', async (protocol, text) => {
    const { socket } = await answering(Buffer.from(text, 'latin1'))
    const { outcome } = await askHello(socket, what, bound(400))
    expect(outcome).toMatchObject({ is: 'not-mongodb', protocol })
  })

  test.each([
    ['2 GB', { length: 2_000_000_000 }, 'length'],
    ['more than we read', { length: 1_000_000 }, 'length'],
    ['a negative length', { length: -5 }, 'length'],
    ['another request', { responseTo: 9 }, 'header'],
    ['an unknown operation', { opCode: 99 }, 'header'],
  ] as const)('because its header claims %s', async (_, header, problem) => {
    const { socket } = await answering(frame(Buffer.alloc(40), header))
    expect((await askHello(socket, what, bound())).outcome).toMatchObject({ is: 'malformed', problem })
  })

  test('because it never ends', async () => {
    const made = await peer((socket) => {
      socket.write(frame(Buffer.alloc(0), { length: 200_000 }))
      const drip = setInterval(() => socket.write(Buffer.of(0)), 5)
      socket.on('close', () => clearInterval(drip))
    })
    open.push(made)
    expect((await askHello(made.socket, what, bound(80))).outcome).toMatchObject({
      is: 'malformed',
      problem: 'too-slow',
    })
  })

  test('because the peer is silent, closes, resets or is cut', async () => {
    const behaviours: readonly [string, Parameters<typeof peer>[0]][] = [
      ['silent', () => {}],
      ['closed', (socket) => socket.end()],
      ['reset', (socket) => socket.resetAndDestroy()],
      ['malformed', (socket) => socket.end(reply(primary).subarray(0, 9))],
      ['not-mongodb', (socket) => socket.end(Buffer.alloc(9))],
    ]
    for (const [is, behave] of behaviours) {
      const made = await peer(behave)
      open.push(made)
      expect((await askHello(made.socket, what, bound(100))).outcome.is).toBe(is)
    }
  })

  test('an interrupt is not taken for silence', async () => {
    const made = await peer(() => {})
    open.push(made)
    const interrupt = new AbortController()
    const asked = askHello(made.socket, what, bound(2_000, interrupt.signal))
    interrupt.abort(new Error('stop'))
    await expect(asked).rejects.toThrow('stop')
  })
})

describe('buildInfo', () => {
  const frameTwo = (document: object): Buffer =>
    frame(Buffer.concat([Buffer.alloc(5), Buffer.from(BSON.serialize(document))]), {
      responseTo: 2,
      opCode: 2013,
    })

  test.each([
    [
      { version: '7.0.77', gitVersion: 'x', modules: [], ferretdbVersion: 'v1.24.0', ok: 1 },
      { is: 'other', name: 'FerretDB' },
    ],
    [
      { version: '7.0.77', ferretdb: { version: 'v2.5.0' }, ok: 1 },
      { is: 'other', name: 'FerretDB' },
    ],
    [
      { _t: 'BuildInfoResponse', version: '4.2.0', ok: 1 },
      { is: 'other', name: 'Azure Cosmos DB for MongoDB' },
    ],
    [{ version: '3.6.0', ok: 1 }, { is: 'unknown' }],
    [
      {
        version: '8.0.4',
        gitVersion: 'bc35ab4305d9920d9d0491c1c9ef9b72383d31f9',
        modules: ['enterprise'],
        allocator: 'tcmalloc-google',
        javascriptEngine: 'mozjs',
        buildEnvironment: { distmod: 'ubuntu2404', cxxflags: '-Woverloaded-virtual' },
        ok: 1,
      },
      { is: 'mongodb' },
    ],
  ])('%#: tells the product', async (document, product) => {
    const { socket } = await answering(frameTwo(document))
    expect((await askBuild(socket, bound())).outcome).toMatchObject({ is: 'reply', product })
  })

  test('may be refused', async () => {
    const { socket } = await answering(
      frameTwo({ ok: 0, code: 13, codeName: 'Unauthorized', errmsg: 'requires authentication' }),
    )
    expect((await askBuild(socket, bound())).outcome).toMatchObject({ is: 'error', code: 13 })
  })
})
