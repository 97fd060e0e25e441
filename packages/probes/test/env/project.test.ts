import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { parseTarget } from '@mongowhy/core'
import { lookProject } from '@mongowhy/probes'

import { servicesIn } from '../../src/env/compose.ts'
import { inBackground } from '../../src/env/terminal.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mongowhy-project-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

const compose = `# a comment
services:
  web:
    image: web
    depends_on:
      - mongo
  "mongo":   # the database
    image: mongo:8
    ports:
      - "27018:27017"
      - 127.0.0.1:27019:27017/tcp
      - target: 28017
        published: "28018"
      - "27017"
    environment:
      ports: none
volumes:
  mongo:
`

describe('the application of a folder', () => {
  test('its packages as Node would find them, and the driver that another brought', async () => {
    await put('node_modules/mongodb/package.json', '{"version":"6.20.0"}')
    await put('node_modules/mongoose/package.json', '{"version":"5.4.0"}')
    await put('node_modules/mongoose/node_modules/mongodb/package.json', '{"version":"3.1.10"}')
    await put('node_modules/kerberos/package.json', '{"version":"2.2.2"}')
    await put('node_modules/snappy/package.json', 'not JSON')
    await put('app/src/index.js', '')
    await put('app/compose.yaml', compose)
    const saw = await lookProject(
      parseTarget('mongodb://mongo,localhost/?compressors=snappy'),
      join(folder, 'app'),
    )
    expect(saw.packages).toEqual([
      { name: 'mongodb', version: '6.20.0', within: null },
      { name: 'mongoose', version: '5.4.0', within: null },
      { name: 'mongodb', version: '3.1.10', within: 'mongoose' },
    ])
    expect(saw.services).toEqual([
      {
        file: 'compose.yaml',
        name: 'mongo',
        published: [
          { outside: 27018, inside: 27017 },
          { outside: 27019, inside: 27017 },
          { outside: 28018, inside: 28017 },
        ],
      },
    ])
  })

  test.each([
    ['', []],
    ['services: {mongo: {image: mongo}}', []],
    ['services:\n- mongo\n', []],
    ['services:\n\tmongo:\n\t\tports:\n\t\t- 1:2', ['mongo']],
    ['services:\n  a:\n  b:\n    ports:\n    - 1:2\n    image: x\nnetworks:\n  c:\n', ['a', 'b']],
    [`services:\n  ${'x'.repeat(500)}:\n`, []],
  ])('services of %j', (text, names) => {
    expect(servicesIn(text).map(({ name }) => name)).toEqual(names)
  })

  test.each([
    ['12 (a) b) S 1 500 500 34816 500 0', false],
    ['12 (node) S 1 501 500 34816 500 0', true],
    ['12 (node) S 1 501 500 0 -1 0', null],
    ['', null],
    [null, null],
  ])('in the background of its terminal: %s', async (stat, is) => {
    expect(await inBackground(Promise.resolve(stat))).toBe(is)
  })
})
