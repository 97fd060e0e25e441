import { describe, expect, test } from 'vitest'

import { explain } from '@mongowhy/explain'

import { recognised } from '../src/clean/recognised.ts'
import { dateSigns } from '../src/signs/dates.ts'
import { versionSigns } from '../src/signs/versions.ts'

const first = (text: string): string | undefined => explain(text).candidates[0]?.code

describe('versions that matter', () => {
  test.each([
    ['OpenSSL 1.0.2g  1 Mar 2016', 'version:openssl-expired-root'],
    ['java.version=1.8.0_92', 'version:jdk-old-roots'],
    ['java version "1.7.0_80"', 'version:jdk-tls-1.0'],
    ['Node.js v18.1.0', 'version:node-verbatim'],
    ['Python 2.7.6', 'version:python-old-tls'],
  ])('%s', (text, sign) => {
    expect(versionSigns(text).map((found) => found.sign)).toContain(sign)
  })

  test.each([
    'OpenSSL 1.1.1f',
    'OpenSSL 3.0.13',
    'java.version=1.8.0_292',
    'Node.js v16.20.2',
    'Python 2.7.18',
    'Python 3.12.1',
  ])('%s: nothing', (text) => {
    expect(versionSigns(text)).toEqual([])
  })
})

describe('days that matter', () => {
  test.each([
    ['2021-10-01T08:00:00Z', 1],
    ['2021-09-29 10:00:00', 0],
    ['2024-10-01T08:00:00Z', 0],
    ['CN=DST Root CA X3', 1],
  ])('%s', (text, found) => {
    expect(dateSigns(text)).toHaveLength(found)
  })

  test('what expired with the root is not the certificate of the server', () => {
    const error = 'MongoServerSelectionError: certificate has expired (db.example.com:27017)'
    expect(first(`2021-10-01T08:00:00Z ${error}`)).toBe('tls-trust-store-outdated')
    expect(first(`2024-10-01T08:00:00Z ${error}`)).toBe('tls-certificate-expired')
    expect(first(`OpenSSL 1.0.2g: ${error}`)).toBe('tls-trust-store-outdated')
    expect(first(`OpenSSL 3.0.13: ${error}`)).toBe('tls-certificate-expired')
  })
})

describe('text of a screenshot', () => {
  test.each([
    ['getaddrinfo EN0TF0UND db.test', 'getaddrinfo ENOTFOUND db.test'],
    ['connect EC0NNREFUSED l27.0.0.1:270l7', 'connect ECONNREFUSED 127.0.0.1:27017'],
    ['rnongodb://h', 'mongodb://h'],
  ])('%s', (read, meant) => {
    expect(recognised(read)).toBe(meant)
  })

  test.each(['E11000 duplicate key', 'error:0A000438:SSL routines', 'v1.0.0l', 'EL0L', 'all.or.l.1'])(
    '%s stays',
    (text) => {
      expect(recognised(text)).toBe(text)
    },
  )

  test.each([
    [
      'wrapped inside words',
      'MongoServerSelectionErr\nor: connect ECONNREFUS\nED 10.0.0.9:27017',
      'tcp-refused',
    ],
    ['without spaces', 'MongoServerSelectionError:connectECONNREFUSED10.0.0.9:27017', 'tcp-refused'],
    [
      'curly quotes',
      'full error: {‘ok’: 0, ‘errmsg’: ‘bad auth : authentication failed’, ‘code’: 8000} pymongo',
      'auth-rejected',
    ],
  ])('%s', (_, text, code) => {
    expect(first(text)).toBe(code)
  })
})

describe('a bare headline asks for more, and guesses nothing', () => {
  test.each([
    'MongoServerSelectionError: Server selection timed out after 30000 ms',
    'MongooseError: Operation `users.findOne()` buffering timed out after 10000ms',
    'pymongo.errors.ServerSelectionTimeoutError: No servers found yet, Timeout: 30s',
    'server selection error: context deadline exceeded',
    'com.mongodb.MongoTimeoutException: Timed out after 30000 ms while waiting to connect.',
    'System.TimeoutException: A timeout occurred after 30000ms selecting a server using CompositeServerSelector',
  ])('%s', (text) => {
    const { candidates, needs } = explain(text)
    expect(needs).not.toBeNull()
    expect(candidates.every(({ certainty }) => certainty === 'possible')).toBe(true)
  })
})
