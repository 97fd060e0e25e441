import { X509Certificate } from 'node:crypto'

import { authority, selfSigned } from '@mongowhy/fault-kit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { elementAt, elementsIn, oidText } from '../src/x509/der.ts'
import { readExtensions } from '../src/x509/extensions.ts'
import { certificateFacts, nameText, storeOf, verifyChain } from '../src/x509/index.ts'
import { damaged } from './chunks.ts'

const derOf = (pem: string): Buffer => new X509Certificate(pem).raw
const root = authority()
const between = root.intermediate({ pathLength: 0, nameConstraints: ['lab.test'] })
const leaf = between.issue({
  names: ['db.lab.test', '*.lab.test'],
  addresses: ['127.0.0.1', '::1'],
  caIssuersUrl: 'http://ca.lab.test/ca.crt',
})
const good = [leaf.certificatePem, between.certificatePem, root.certificatePem].map(derOf)
const store = storeOf('driver', [root.certificatePem])
const expectation = { host: 'db.lab.test', now: new Date() }

const anyDer = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  ...good.map(damaged),
)

describe('whatever stands where a certificate should', () => {
  test('its facts are null or small', () => {
    fc.assert(
      fc.property(anyDer, (der) => {
        const facts = certificateFacts(der)
        expect(facts === null || JSON.stringify(facts).length < 20_000).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('a chain of it is judged, and never trusted where it does not verify', () => {
    fc.assert(
      fc.property(fc.array(anyDer, { minLength: 1, maxLength: 4 }), (chain) => {
        const { trusted, defects } = verifyChain(chain, store, expectation)
        const genuine = chain[0]?.equals(good[0] ?? Buffer.alloc(0)) === true
        expect(trusted && !genuine).toBe(false)
        expect(trusted || defects.length > 0).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('its extensions and names are read without an error', () => {
    fc.assert(
      fc.property(anyDer, (bytes) => {
        readExtensions(bytes)
        expect(nameText(bytes).length).toBeLessThanOrEqual(300)
        expect(typeof oidText(bytes)).toBe('string')
      }),
      { numRuns: 1_000 },
    )
  })

  test('elements lie within their bytes, one after the other', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const content = Buffer.from(bytes)
        const found = elementsIn(content)
        const whole = Buffer.concat(found.map((each) => each.whole))
        expect(content.subarray(0, whole.length).equals(whole)).toBe(true)
        expect(found.every((each) => elementAt(each.whole)?.content.equals(each.content) === true)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })
})

test('an empty path length is none, and not an error', () => {
  const oid = Buffer.from([0x06, 3, 0x55, 0x1d, 0x13])
  const constraints = Buffer.from([0x30, 5, 0x01, 1, 0xff, 0x02, 0])
  const value = Buffer.concat([Buffer.from([0x04, constraints.length]), constraints])
  const extension = Buffer.concat([Buffer.from([0x30, oid.length + value.length]), oid, value])
  const list = Buffer.concat([Buffer.from([0x30, extension.length]), extension])
  expect(readExtensions(list)).toMatchObject({ ca: true, pathLength: null })
})

test('names with control characters stay data, names without end are cut', () => {
  const odd = selfSigned({ commonName: 'a\u001b[2J\u202e\0b', names: ['x\u001b]0;y\u0007.lab.test'] })
  const facts = certificateFacts(derOf(odd.certificatePem))
  expect(facts?.subject).toBe('CN=a\u001b[2J\u202e\0b')
  const long = certificateFacts(
    derOf(selfSigned({ names: Array.from({ length: 5_000 }, (_, n) => `${n}.lab.test`) }).certificatePem),
  )
  expect(long?.altNames.length).toBeLessThanOrEqual(64)
  expect(JSON.stringify(long).length).toBeLessThan(60_000)
})

test('a key of an unknown kind is a defect, and the certificate is read all the same', () => {
  const der = Buffer.from(good[0] ?? '')
  // The object identifier of EC keys, changed to one that nobody has.
  der[der.indexOf(Buffer.from([0x06, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1])) + 2] = 0x29
  expect(certificateFacts(der)).toMatchObject({ key: 'unknown', subject: 'CN=db.lab.test' })
  const { trusted, defects } = verifyChain([der], store, expectation)
  expect(trusted).toBe(false)
  expect(defects).toContainEqual({ depth: 0, subject: 'CN=db.lab.test', is: 'unreadable' })
})

test('many authorities of one name are tried up to a bound, in the store and in the chain', () => {
  const many = Array.from({ length: 200 }, () => authority({ name: 'Lab intermediate' }).certificatePem)
  const { trusted, defects } = verifyChain(
    [leaf.certificatePem, ...many].map(derOf),
    storeOf('driver', [root.certificatePem, ...many]),
    expectation,
  )
  expect(trusted).toBe(false)
  expect(defects.length).toBeLessThan(32)
})
