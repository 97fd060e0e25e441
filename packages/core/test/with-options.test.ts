import { defaultOptions, parseTarget, Secret, withOptions } from '@mongowhy/core'
import { describe, expect, test } from 'vitest'

const target = parseTarget('mongodb://h/?proxyHost=string&proxyPort=1&proxyUsername=a&proxyPassword=b')
const inCode = { proxyHost: 'code', proxyPort: 2, proxyUsername: 'ada', proxyPassword: 'secret' }

describe('the proxy that takes effect', () => {
  test('is the one in code, with its own login', () => {
    const made = withOptions(target, { ...defaultOptions, driverOptions: inCode })
    expect(made.uri.effective.proxy).toEqual({ host: 'code', port: 2, hasCredentials: true })
    expect([made.proxyUsername?.reveal(), made.proxyPassword?.reveal()]).toEqual(['ada', 'secret'])
  })

  test('is the one of the command line before that in code', () => {
    const proxy = new Secret('socks5://line:3')
    const made = withOptions(target, { ...defaultOptions, proxy, driverOptions: inCode })
    expect(made.uri.effective.proxy).toEqual({ host: 'line', port: 3, hasCredentials: false })
  })

  test.each([[{}], [{ proxyHost: 5 }], [{ proxyHost: '' }]])(
    'is the string’s with %j in code',
    (driverOptions) => {
      const made = withOptions(target, { ...defaultOptions, driverOptions })
      expect(made.uri.effective.proxy).toEqual({ host: 'string', port: 1, hasCredentials: true })
      expect(made.proxyUsername?.reveal()).toBe('a')
    },
  )
})

test('verification that code switches off is off', () => {
  const made = withOptions(target, { ...defaultOptions, driverOptions: { rejectUnauthorized: false } })
  expect(made.uri.effective.tlsAllowInvalidCertificates).toBe(true)
})

test('a login that stands in code takes the place of the one in the string', () => {
  const target = parseTarget('mongodb://bob:other@db.lab.test/shop')
  const auth = { username: 'ada', password: 'p%40ss' }
  const made = withOptions(target, { ...defaultOptions, driverOptions: { auth, authSource: 'users' } })
  expect(made.username?.reveal()).toBe('ada')
  expect(made.password?.reveal()).toBe('p%40ss')
  expect(made.uri.credentials).toMatchObject({ username: 'given', password: 'given' })
  expect(made.uri.effective.effectiveAuthSource).toBe('users')
  expect(made.secrets.map((secret) => secret.reveal())).toContain('p%40ss')
})

test.each([
  [{ username: 'ada' }, 'shop'],
  [{ username: 'ada', password: 'x' }, 'shop'],
])('it is made in the database of the string, unless a source is named', (auth, source) => {
  const target = parseTarget('mongodb://db.lab.test/shop')
  const { uri } = withOptions(target, { ...defaultOptions, driverOptions: { auth } })
  expect(uri.effective.effectiveAuthSource).toBe(source)
})

test.each([null, 'ada', [], {}, { username: 7 }, { username: '\ud800' }])(
  'an auth option of another kind changes nothing: %j',
  (auth) => {
    const target = parseTarget('mongodb://db.lab.test/shop')
    const made = withOptions(target, { ...defaultOptions, driverOptions: { auth } })
    expect(made.uri).toEqual(target.uri)
  },
)
