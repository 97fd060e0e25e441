import { describe, expect, test } from 'vitest'

import { parseTarget } from '@mongowhy/core'

type Credentials = readonly [username: string | null, password: string | null]

const shape = (text: string): unknown => {
  const { uri, username, password } = parseTarget(text)
  return {
    hosts: uri.hosts.map(({ host, port, kind }) => [host, port, kind]),
    credentials: [username?.reveal() ?? null, password?.reveal() ?? null],
    database: uri.database,
    faults: uri.faults.map(({ kind }) => kind),
  }
}

describe('valid strings, after the specification and its tests', () => {
  const none: Credentials = [null, null]
  const table: readonly (readonly [string, readonly unknown[], Credentials, string | null])[] = [
    ['mongodb://127.0.0.1', [['127.0.0.1', null, 'ipv4']], none, null],
    ['mongodb://localhost', [['localhost', null, 'name']], none, null],
    ['mongodb://example.com:27018', [['example.com', 27018, 'name']], none, null],
    ['mongodb://[::1]', [['::1', null, 'ipv6']], none, null],
    ['mongodb://[::1]:27018/', [['::1', 27018, 'ipv6']], none, null],
    [
      'mongodb://127.0.0.1:27017,[::1]:27018,Example.COM:27019/db',
      [
        ['127.0.0.1', 27017, 'ipv4'],
        ['::1', 27018, 'ipv6'],
        ['example.com', 27019, 'name'],
      ],
      none,
      'db',
    ],
    ['mongodb://%2Ftmp%2Fmongodb-27017.sock', [['/tmp/mongodb-27017.sock', null, 'socket']], none, null],
    ['mongodb://rel%2Fmongodb-27017.sock/admin', [['rel/mongodb-27017.sock', null, 'socket']], none, 'admin'],
    ['mongodb://example.com?w=1', [['example.com', null, 'name']], none, null],
    ['mongodb://alice:foo@127.0.0.1', [['127.0.0.1', null, 'ipv4']], ['alice', 'foo'], null],
    ['mongodb://alice:foo@127.0.0.1/test', [['127.0.0.1', null, 'ipv4']], ['alice', 'foo'], 'test'],
    ['mongodb://alice@127.0.0.1/test', [['127.0.0.1', null, 'ipv4']], ['alice', null], 'test'],
    ['mongodb://bob:bar@[::1]:27018/admin', [['::1', 27018, 'ipv6']], ['bob', 'bar'], 'admin'],
    [
      'mongodb://%24am:f%3Azzb%40z%2Fz%3D@127.0.0.1/admin?authMechanism=PLAIN',
      [['127.0.0.1', null, 'ipv4']],
      ['$am', 'f:zzb@z/z='],
      'admin',
    ],
    [
      "mongodb://!$&'()*+,;=:!$&'()*+,;=@127.0.0.1/admin",
      [['127.0.0.1', null, 'ipv4']],
      ["!$&'()*+,;=", "!$&'()*+,;="],
      'admin',
    ],
    ['mongodb://localhost/db.name', [['localhost', null, 'name']], none, 'db.name'],
    ['mongodb+srv://cluster0.ab1cd.mongodb.net/', [['cluster0.ab1cd.mongodb.net', null, 'name']], none, null],
  ]
  test.each(table)('%s', (text, hosts, credentials, database) => {
    expect(shape(text)).toEqual({ hosts, credentials, database, faults: [] })
  })
})

describe('invalid strings, after the specification and its tests', () => {
  test.each([
    ['', 'empty'],
    ['undefined', 'empty'],
    ['mongo://localhost:27017', 'scheme'],
    ['localhost:27017', 'scheme'],
    ['mongodb://', 'host-missing'],
    ['mongodb://localhost::27017', 'port-invalid'],
    ['mongodb://localhost::27017/', 'port-invalid'],
    ['mongodb://::', 'host-invalid'],
    ['mongodb://localhost,localhost::', 'port-invalid'],
    ['mongodb://localhost::27017,abc', 'port-invalid'],
    ['mongodb://localhost:-1', 'port-invalid'],
    ['mongodb://localhost:0/', 'port-invalid'],
    ['mongodb://localhost:65536', 'port-invalid'],
    ['mongodb://localhost:foo', 'port-invalid'],
    ['mongodb://[::1]:-1', 'port-invalid'],
    ['mongodb://[::1]:0/', 'port-invalid'],
    ['mongodb://[::1]:65536/', 'port-invalid'],
    ['mongodb://[::1]:foo', 'port-invalid'],
    ['mongodb://example.com/?w', 'option-value'],
    ['mongodb://alice:foo:bar@127.0.0.1', 'unescaped-reserved'],
    ['mongodb://alice@@127.0.0.1', 'unescaped-at'],
    ['mongodb://alice@foo:bar@127.0.0.1', 'unescaped-at'],
    ['mongodb:///tmp/mongodb-27017.sock/', 'host-missing'],
    ['mongodb://:pass@localhost', 'auth-options'],
    ['mongodb://a,,b', 'host-missing'],
    ['mongodb+srv://a.test:27017/', 'srv-port'],
    ['mongodb+srv://a.test,b.test/', 'srv-many-hosts'],
    ['mongodb+srv://127.0.0.1/', 'srv-address'],
    ['mongodb://user:%C3@localhost', 'bare-percent'],
    ['mongodb://user:%@localhost', 'bare-percent'],
  ])('%s: %s', (text, kind) => {
    expect(parseTarget(text).uri.faults.map((fault) => fault.kind)).toContain(kind)
  })
})

describe('credentials that are encoded still after one decoding', () => {
  test.each([
    ['ada:pa%2540ss', ['password']],
    ['ada%2540a.test:100%2525', ['username', 'password']],
    ['ada:pa%40ss', undefined],
    ['ada:pa%2541ss', undefined],
    ['ada:pa%2540ss%20word', undefined],
  ])('%s: %s', (userinfo, parts) => {
    expect(parseTarget(`mongodb://${userinfo}@example.com/`).uri.credentials.looksEncoded).toEqual(parts)
  })
})

describe('options that are doubted, after the specification and its tests', () => {
  test.each([
    ['foo=bar', { kind: 'option-unknown', name: 'foo' }],
    ['retrywriets=true', { kind: 'option-unknown', meant: 'retryWrites' }],
    ['w=1&amp;retryWrites=false', { kind: 'option-unknown', name: 'amp;retryWrites', meant: 'retryWrites' }],
    [
      'w=1;retryWrites=false',
      { kind: 'option-value', name: 'w', problem: 'separator', swallows: 'retryWrites' },
    ],
    ['poolSize=5', { kind: 'option-unknown', meant: 'maxPoolSize', removedIn: '4.0' }],
    ['fsync=ifPossible', { kind: 'option-value', problem: 'type' }],
    ['replicaSet=test&replicaSet=test', { kind: 'option-value', problem: 'duplicate' }],
    ['wtimeout=5&wtimeoutMS=10', { kind: 'obsolete', name: 'wtimeout' }],
    ['maxIdleTimeMS=', { kind: 'option-value', problem: 'empty' }],
    ['journal=', { kind: 'option-value', problem: 'empty' }],
    ['connectTimeoutMS=-1', { kind: 'option-value', problem: 'range' }],
    ['connectTimeoutMS=5s', { kind: 'option-value', problem: 'type', takenAs: 5 }],
    ['compressors=snappy,gzip', { kind: 'option-value', problem: 'range' }],
    ['authMechanismProperties=SERVICE_NAME', { kind: 'option-value', problem: 'type' }],
    ['proxyPort=1080', { kind: 'option-value', problem: 'alone', needs: 'proxyHost' }],
    ['proxyHost=a.test&proxyUsername=u', { problem: 'alone', needs: 'proxyPassword' }],
    ['w=1\\&retryWrites=true', { kind: 'shell-escape', character: '&', length: 2 }],
    ['tls=true&ssl=false', { kind: 'tls-conflict', names: ['tls', 'ssl'] }],
    ['tlsInsecure=false&tlsAllowInvalidCertificates=false', { kind: 'tls-conflict' }],
    ['loadBalanced=true&replicaSet=rs0', { kind: 'topology-conflict', problem: 'load-balanced-set' }],
    ['loadBalanced=true&directConnection=true', { problem: 'load-balanced-direct' }],
    ['srvMaxHosts=2', { problem: 'srv-option-without-srv' }],
    ['authMechanism=MONGODB-CR', { kind: 'obsolete' }],
    ['authMechanism=FOO', { kind: 'auth-options', problem: 'mechanism-unknown' }],
    ['authMechanism=PLAIN', { kind: 'auth-options', problem: 'username-required' }],
    ['authMechanism=MONGODB-X509&authSource=admin', { problem: 'external-source-required' }],
  ])('%s', (query, fault) => {
    expect(parseTarget(`mongodb://example.com/?${query}`).uri.faults).toContainEqual(
      expect.objectContaining(fault),
    )
  })

  test.each([
    'tls=true&ssl=true',
    'directConnection=false&replicaSet=rs0',
    'readPreferenceTags=dc:ny,rack:1&readPreferenceTags=dc:ny&readPreferenceTags=',
    'w=majority&wTimeoutMS=100&journal=true',
    'COMPRESSORS=zlib&zlibCompressionLevel=9',
    'authMechanism=MONGODB-X509',
    'proxyHost=localhost&proxyPort=1080',
  ])('%s is in order', (query) => {
    expect(parseTarget(`mongodb://example.com/?${query}`).uri.faults).toEqual([])
  })
})

describe('options as they take effect', () => {
  const effective = (text: string) => parseTarget(text).uri.effective

  test('SRV implies TLS unless it is switched off', () => {
    expect(effective('mongodb+srv://a.b.test/').tls).toBe(true)
    expect(effective('mongodb+srv://a.b.test/?ssl=false').tls).toBe(false)
    expect(effective('mongodb://a.b.test/').tls).toBe(false)
  })

  test('tlsInsecure implies both of the others', () => {
    const { tlsAllowInvalidCertificates, tlsAllowInvalidHostnames } = effective(
      'mongodb://h/?tlsInsecure=true',
    )
    expect([tlsAllowInvalidCertificates, tlsAllowInvalidHostnames]).toEqual([true, true])
  })

  test.each([
    ['mongodb://h/db', null],
    ['mongodb://u:p@h', 'admin'],
    ['mongodb://u:p@h/db', 'db'],
    ['mongodb://u:p@h/db?authSource=users', 'users'],
    ['mongodb://u:p@h/?authMechanism=PLAIN', '$external'],
    ['mongodb://u:p@h/db?authMechanism=PLAIN', 'db'],
    ['mongodb://h/db?authMechanism=MONGODB-X509', '$external'],
    ['mongodb://h/db?authMechanism=MONGODB-AWS', '$external'],
    ['mongodb://h/db?authMechanism=MONGODB-OIDC', '$external'],
    ['mongodb://u@h/db?authMechanism=GSSAPI', '$external'],
  ])('%s logs in to %s', (text, source) => {
    expect(effective(text).effectiveAuthSource).toBe(source)
  })

  test('a proxy, timeouts and files', () => {
    const text =
      'mongodb://h/?proxyHost=p&proxyUsername=u&proxyPassword=x&connectTimeoutMS=5&tlsCAFile=%2Fa%20b.pem'
    expect(effective(text)).toMatchObject({
      proxy: { host: 'p', port: 1080, hasCredentials: true },
      connectTimeoutMS: 5,
      serverSelectionTimeoutMS: 30_000,
      tlsCAFile: '/a b.pem',
    })
  })
})

describe('places', () => {
  test.each([
    ['mongodb://ada:pa@ss@h.test/', 'unescaped-at', 16],
    ['mongodb://ada:pa/ss@h.test/', 'unescaped-reserved', 16],
    ['mongodb://ada:50%@h.test/', 'bare-percent', 16],
    ['mongodb+srv://ada:x@h.test:27017/', 'srv-port', 27],
    ['mongodb://h.test/db&x=1', 'options-glued', 19],
    ['mongodb://h.test/?useNewUrlParser=true', 'option-unknown', 18],
    ['mongodb://h.te\u0000st/', 'control-character', 14],
  ])('%s: %s at %i', (text, kind, offset) => {
    expect(parseTarget(text).uri.faults).toContainEqual(expect.objectContaining({ kind, offset }))
  })
})
