import { nearest } from '@mongowhy/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { parseArguments } from '../src/arguments/parse.ts'
import { commands } from '../src/arguments/tables.ts'
import { duration, namespace, proxy, resolution, resolver } from '../src/arguments/values.ts'
import { UsageError } from '../src/exit-status.ts'

const [diagnose] = commands
if (diagnose === undefined) throw new Error('the first command is the default')

describe('values', () => {
  test('resolvers', () => {
    expect(resolver('127.0.0.1:5353')).toBe('127.0.0.1:5353')
    expect(resolver('127.0.0.1')).toBe('127.0.0.1:53')
    expect(resolver('[::1]:5353')).toBe('[::1]:5353')
    expect(resolver('::1')).toBe('[::1]:53')
    expect(resolver('localhost:5353')).toBe('127.0.0.1:5353')
  })

  test('resolutions', () => {
    expect(resolution('Db.Example.net:27017:10.0.0.5')).toEqual({
      host: 'db.example.net',
      port: 27017,
      address: '10.0.0.5',
    })
    expect(resolution('db:1:[::1]')).toEqual({ host: 'db', port: 1, address: '::1' })
    expect(resolution('db:1:::1')).toEqual({ host: 'db', port: 1, address: '::1' })
    expect(resolution('[::2]:1:127.0.0.1')).toEqual({ host: '::2', port: 1, address: '127.0.0.1' })
  })

  test('namespaces', () => {
    expect(namespace('app.logs.today')).toEqual({ database: 'app', collection: 'logs.today' })
    for (const wrong of ['app.', '.logs', 'a b.c', 'a$b.c', 'config.x'])
      expect(() => namespace(wrong)).toThrow(UsageError)
  })

  test('whatever is given, the answer is a value or a UsageError that does not repeat it', () => {
    const readers = [resolver, resolution, namespace, proxy, (text: string) => duration('timeout', text)]
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 4 }), (text) => {
        for (const read of readers) {
          try {
            read(text)
          } catch (error) {
            expect(error).toBeInstanceOf(UsageError)
            if (text.length > 20) expect(String(error)).not.toContain(text)
          }
        }
      }),
    )
  })
})

describe('arguments', () => {
  test('values, repeated and inline, and what stands after the dashes', () => {
    const args = parseArguments(
      ['a', '--dns', '1.1.1.1', '--dns=2.2.2.2', '--json', '-h', '--', '--b'],
      diagnose,
    )
    expect(args.values('dns')).toEqual(['1.1.1.1', '2.2.2.2'])
    expect(args.value('dns')).toBe('2.2.2.2')
    expect([args.flag('json'), args.flag('help'), args.flag('quiet')]).toEqual([true, true, false])
    expect(args.positionals).toEqual(['a', '--b'])
    expect(parseArguments(['-'], diagnose).positionals).toEqual(['-'])
  })

  test('anything at all is either read or refused as wrong usage', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('--json', '--dns', '-', '--', '-hV'))),
        (args) => {
          try {
            parseArguments(args, diagnose)
          } catch (error) {
            expect(error).toBeInstanceOf(UsageError)
          }
        },
      ),
    )
  })

  test('the nearest word, or none', () => {
    expect(nearest('jsno', ['json', 'dns'])).toBe(null)
    expect(nearest('jsn', ['json', 'dns'])).toBe('json')
    expect(nearest('stage-timout', ['timeout', 'stage-timeout'])).toBe('stage-timeout')
    expect(nearest('xyz', ['json'])).toBe(null)
  })
})
