import fc from 'fast-check'
import { ConnectionString } from 'mongodb-connection-string-url'
import { expect, test } from 'vitest'

import { endpointOf, parseTarget } from '@mongowhy/core'

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/)
const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'))
const address = fc.oneof(fc.ipV4(), fc.constantFrom('[::1]', '[fe80::1]', '[2001:db8::a:1]'))
const port = fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: null })
const host = fc
  .tuple(fc.oneof(name, address), port)
  .map(([each, number]) => (number === null ? each : `${each}:${number}`))
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
const credentials = fc.option(fc.tuple(word, fc.option(word, { nil: null })), { nil: null })
const database = fc.option(fc.stringMatching(/^[a-zA-Z][\w-]{0,10}$/), { nil: null })
const option = fc.constantFrom(
  'retryWrites=true',
  'w=majority',
  'appName=a%20b',
  'replicaSet=rs0',
  'maxPoolSize=5',
  'readPreference=nearest',
)

/** Strings that the specification takes: the driver's own parser reads them as we do. */
const valid = fc
  .record({
    hosts: fc.array(host, { minLength: 1, maxLength: 4 }),
    credentials,
    database,
    options: fc.uniqueArray(option, { maxLength: 3 }),
  })
  .map((parts) => {
    const user = parts.credentials
    const encode = (text: string): string => encodeURIComponent(text)
    const userinfo =
      user === null ? '' : `${encode(user[0])}${user[1] === null ? '' : `:${encode(user[1])}`}@`
    const query = parts.options.length === 0 ? '' : `?${parts.options.join('&')}`
    return `mongodb://${userinfo}${parts.hosts.join(',')}/${parts.database ?? ''}${query}`
  })

test('hosts, credentials, database and options as the driver reads them', () => {
  fc.assert(
    fc.property(valid, (text) => {
      const theirs = new ConnectionString(text)
      const ours = parseTarget(text)
      const faults = ours.uri.faults.filter(
        ({ kind }) => kind !== 'placeholder' && kind !== 'control-character',
      )
      expect(faults).toEqual([])
      const shownHosts = ours.uri.hosts.map((each) =>
        each.port === null
          ? each.kind === 'ipv6'
            ? `[${each.host}]`
            : each.host
          : endpointOf(each.host, each.port),
      )
      expect(shownHosts).toEqual(theirs.hosts)
      expect(ours.username?.reveal() ?? '').toBe(decodeURIComponent(theirs.username))
      expect(ours.password?.reveal() ?? '').toBe(decodeURIComponent(theirs.password))
      expect(ours.uri.database ?? '').toBe(decodeURIComponent(theirs.pathname.slice(1)))
      expect(ours.uri.options.map(({ name: key, value }) => [key, value])).toEqual([
        ...theirs.searchParams.entries(),
      ])
    }),
    { numRuns: 1_000 },
  )
})

function accepts(text: string): boolean {
  try {
    return new ConnectionString(text).hosts.length > 0
  } catch {
    return false
  }
}

test('what the driver refuses of a broken host part, we do not call sound', () => {
  const noise = fc.string({ unit: fc.constantFrom(...'ab1:.,@/?[]'.split('')), minLength: 0, maxLength: 12 })
  fc.assert(
    fc.property(noise, (text) => {
      const whole = `mongodb://${text}`
      expect(parseTarget(whole).uri.faults.length > 0 || accepts(whole)).toBe(true)
    }),
    { numRuns: 3_000 },
  )
})
