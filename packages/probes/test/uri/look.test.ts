import { describe, expect, test } from 'vitest'

import { knownOptions, parseTarget } from '@mongowhy/core'
import { lookUri } from '@mongowhy/probes'

const canary = 'canary-7f3d9b51-do-not-print'

describe('what drivers make of a connection string', () => {
  test('a sound string is not put to the driver here', async () => {
    const saw = await lookUri({ target: parseTarget('mongodb://db.lab.test/app') })
    expect(saw.faults).toEqual([])
    expect(saw.readings.map(({ by, outcome }) => `${by} ${outcome}`)).toEqual([
      'specification accepts',
      'pymongo accepts',
      'go accepts',
      'java accepts',
    ])
  })

  test.each([
    ['', 'refuses'],
    ['mongo://db.lab.test', 'refuses'],
    [`mongodb://ada:${canary}@x@db.lab.test/`, 'refuses'],
    [`mongodb://ada:${canary}/x@db.lab.test/`, 'refuses'],
    [`mongodb://ada:x/${canary}@db.lab.test/`, 'refuses'],
    [`mongodb://ada:x:${canary}@db.lab.test/`, 'refuses'],
    [`mongodb://ada:${canary}%@db.lab.test/`, 'refuses'],
    [`mongodb://ada:${canary}`, 'refuses'],
    [`mongodb+srv://ada:${canary}@db.lab.test:27017/`, 'refuses'],
    [`mongodb+srv://ada:${canary}@a.lab.test,b.lab.test/`, 'refuses'],
    [`mongodb://ada:${canary}@db.lab.test:99999/`, 'refuses'],
    [`mongodb://ada:${canary}@db.lab.test/?useNewUrlParser=true`, 'refuses'],
    [`mongodb://ada:${canary}@db.lab.test/?tls=true&ssl=false`, 'refuses'],
    [`mongodb://ada:${canary}@db.lab.test/?password=${canary}`, 'refuses'],
    [`mongodb://ada:${canary}@db.lab.test/?wtimeout=5`, 'warns'],
    [`mongodb://ada:<password>@db.lab.test/`, 'accepts'],
    [`mongodb://ada:${canary}@db.lab.test/app&authSource=admin`, 'accepts'],
  ])('%s: the Node driver %s it', async (text, outcome) => {
    const saw = await lookUri({ target: parseTarget(text) })
    expect(saw.readings.find(({ by }) => by === 'node')?.outcome).toBe(outcome)
    expect(JSON.stringify(saw)).not.toContain(canary)
  })

  test('a string of a megabyte is not put to the driver', async () => {
    const saw = await lookUri({ target: parseTarget(`mongodb://${'a@'.repeat(500_000)}h`) })
    expect(saw.readings.map(({ by }) => by)).not.toContain('node')
  })

  test('the table of options agrees with the driver', async () => {
    const wrong: string[] = []
    for (const { name, only } of knownOptions) {
      const known = only === null || only.includes('node')
      const tried = await lookUri({ target: parseTarget(`mongodb://db.lab.test/?${name}=1&nothing=1`) })
      const said = tried.readings.find(({ by }) => by === 'node')?.message ?? ''
      const unsupported = new RegExp(`options? [^:]*\\b${name.toLowerCase()}\\b`).test(said)
      if (known === unsupported) wrong.push(`${name}: ${said}`)
    }
    expect(wrong).toEqual([])
  })
})
