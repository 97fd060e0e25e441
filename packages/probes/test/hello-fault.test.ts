import { createRequire } from 'node:module'

import { BSON, Long, ObjectId, Timestamp } from 'mongodb'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { helloFaultOf } from '../src/wire/index.ts'

type Document = Record<string, unknown>

/** The driver's own reading of a hello, which is not part of its interface. */
interface DriverInternals {
  readonly ServerDescription: new (address: string, hello: Document) => { equals(other: unknown): boolean }
  readonly TopologyDescription: new (
    type: string,
    servers: Map<string, unknown>,
    setName: string | null,
    maxSetVersion: number,
    maxElectionId: ObjectId,
  ) => { update(server: unknown): { update(server: unknown): unknown } }
}

const require = createRequire(import.meta.url)
const { ServerDescription } = require('mongodb/lib/sdam/server_description') as DriverInternals
const { TopologyDescription } = require('mongodb/lib/sdam/topology_description') as DriverInternals
const address = '127.0.0.1:27017'

/** Reads a hello as the driver's monitor does, as the first answer and as one of a known set. */
function readByDriver(hello: Document): void {
  const sent = BSON.deserialize(BSON.serialize(hello))
  const server = new ServerDescription(address, sent)
  server.equals(new ServerDescription(address, BSON.deserialize(BSON.serialize(hello))))
  for (const type of ['Unknown', 'Single', 'ReplicaSetNoPrimary', 'ReplicaSetWithPrimary', 'Sharded']) {
    const before = new Map([[address, new ServerDescription(address, {})]])
    new TopologyDescription(type, before, 'rs', 1, new ObjectId()).update(server).update(server)
  }
}

const good: Document = {
  ok: 1,
  setName: 'rs',
  setVersion: 3,
  hosts: [address, '[::1]:27018'],
  passives: ['b.lab.test'],
  arbiters: [],
  me: address,
  primary: address,
  electionId: new ObjectId(),
  topologyVersion: { processId: new ObjectId(), counter: Long.fromNumber(6) },
  tags: { dc: 'east' },
  lastWrite: { lastWriteDate: new Date() },
  compression: ['zstd'],
  $clusterTime: { clusterTime: new Timestamp({ t: 1, i: 2 }), signature: {} },
  maxWireVersion: 21,
  minWireVersion: 0,
  logicalSessionTimeoutMinutes: 30,
}

const odd = fc.constantFrom<unknown>(
  'x',
  '',
  5,
  -0.5,
  true,
  null,
  new Date(),
  new ObjectId(),
  Long.MAX_VALUE,
  new Timestamp({ t: 1, i: 1 }),
  {},
  { processId: 'x', counter: 1 },
  { processId: new ObjectId(), counter: 'x' },
  { clusterTime: 1 },
  [],
  [5],
  [''],
  ['a:99999999'],
  ['a b:1', '%zz'],
  ['/tmp/%zz.sock'],
  [['a']],
)
const roles = fc.constantFrom('isWritablePrimary', 'secondary', 'arbiterOnly', 'isreplicaset', 'none')
const hellos = fc
  .tuple(
    roles,
    fc.constantFrom(9, 17, 21),
    fc.dictionary(fc.constantFrom(...Object.keys(good)), odd, { maxKeys: 3 }),
  )
  .map(([role, maxWireVersion, changes]) => ({ ...good, [role]: true, maxWireVersion, ...changes }))

describe('what is let through to the driver', () => {
  test('is a sound hello', () => {
    expect(helloFaultOf(BSON.serialize(good))).toBeNull()
    expect(() => readByDriver({ ...good, isWritablePrimary: true })).not.toThrow()
  })

  test('never makes it throw', () => {
    let passed = 0
    fc.assert(
      fc.property(hellos, (hello) => {
        if (helloFaultOf(BSON.serialize(hello)) !== null) return
        passed += 1
        readByDriver(hello)
      }),
      { numRuns: 1_000 },
    )
    expect(passed).toBeGreaterThan(100)
  })
})

describe('what is not', () => {
  test.each([
    ['a list that is none', { hosts: 5 }, 'hosts is no list'],
    ['members that are no texts', { hosts: [1] }, 'it names a member by what is no host and port'],
    ['a member without a name', { arbiters: [''] }, 'it names a member by what is no host and port'],
    ['a port that is none', { passives: ['a:99999999'] }, 'it names a member by what is no host and port'],
    ['itself by a number', { me: 5 }, 'me is no text'],
    ['an election by a text', { electionId: 'x' }, 'electionId is no object id'],
    [
      'a version by a text',
      { topologyVersion: 'x' },
      'topologyVersion is no document of a process and a counter',
    ],
    ['a time by a text', { $clusterTime: 'x' }, '$clusterTime is no document with a timestamp'],
    [
      'more members than a set can have',
      { hosts: Array.from({ length: 9_000 }, (_, n) => `10.0.0.1:${n + 1}`) },
      'it names 9001 members, and a set has at most 50',
    ],
  ])('%s', (_, changes, fault) => {
    expect(helloFaultOf(BSON.serialize({ ...good, ...changes }))).toBe(fault)
  })

  test('bytes that are no document, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const fault = helloFaultOf(bytes)
        expect(fault === null || fault.length > 0).toBe(true)
      }),
    )
  })
})
