import { faults } from '@mongowhy/causes/faults'
import { Secret } from '@mongowhy/core'
import { commandFor, labFaults, optionArguments, startFault, UnknownFault } from '@mongowhy/lab'
import { expect, test } from 'vitest'

test('lists every fault, with what is wrong in one line', () => {
  expect(labFaults().map(({ code }) => code)).toEqual(faults.map(({ code }) => code))
  for (const { code, summary } of labFaults()) {
    expect(code.startsWith(labFaults().find((fault) => fault.code === code)?.stage ?? '?')).toBe(true)
    expect(summary, code).toMatch(/^\S[^\n]*$/)
  }
})

test('a code that nothing has is refused by name', async () => {
  await expect(startFault('tls-nothing')).rejects.toThrow(UnknownFault)
  await expect(startFault('tls-nothing')).rejects.toThrow('tls-nothing')
})

test('a fault is up until it is stopped', async () => {
  const fault = await startFault('tcp-refused')
  expect(fault).toMatchObject({ code: 'tcp-refused', uri: expect.stringMatching(/^mongodb:\/\//) as string })
  await fault.stop()
})

test('options become the arguments that mean the same', () => {
  expect(
    optionArguments({
      resolvers: ['127.0.0.1:5353'],
      resolve: [
        { host: 'db.example.net', port: 27017, address: '127.0.0.1' },
        { host: '::2', port: 1, address: '::1' },
      ],
      caFile: '/tmp/ca.pem',
      certKeyFile: null,
      proxy: new Secret('socks5://127.0.0.1:1080'),
      writeCheck: { database: 'app', collection: 'a.b' },
      control: { host: '::3', port: 443 },
      repeat: 8,
      stageTimeoutMs: 400,
      offline: false,
    }),
  ).toEqual([
    '--dns',
    '127.0.0.1:5353',
    '--resolve',
    'db.example.net:27017:127.0.0.1',
    '--resolve',
    '[::2]:1:[::1]',
    '--ca-file',
    '/tmp/ca.pem',
    '--proxy',
    'socks5://127.0.0.1:1080',
    '--write-check',
    'app.a.b',
    '--control',
    '[::3]:443',
    '--repeat',
    '8',
    '--stage-timeout',
    '400ms',
  ])
})

test('the command can be copied into a shell', () => {
  expect(commandFor({ uri: "mongodb://a:b'c@h/?x=1&y=2", options: { caFile: '/tmp/a b' } })).toBe(
    `mongowhy 'mongodb://a:b'\\''c@h/?x=1&y=2' --ca-file '/tmp/a b'`,
  )
})
