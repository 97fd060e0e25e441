import { expect, test } from 'vitest'

import { foreignSrvTargets, txtOptions } from '../src/srv.ts'

const srv = (target: string) => ({ type: 'SRV', target, port: 27017, priority: 0, weight: 0 }) as const
const txt = (text: string) => ({ type: 'TXT', text }) as const

// The tables of the drivers' "Initial DNS Seedlist Discovery" tests.
test.each([
  ['cluster0.ab1cd.mongodb.net', 'c-shard-00-00.ab1cd.mongodb.net', null],
  ['cluster0.ab1cd.mongodb.net', 'C-SHARD-00-00.AB1CD.MongoDB.net.', null],
  ['blogs.mongodb.com', 'test.evil.com', 'other-domain'],
  ['blogs.mongodb.com', 'a.fakemongodb.com', 'other-domain'],
  ['blogs.mongodb.com', 'mongodb.com', 'other-domain'],
  ['mongo.local', 'test_1.my_hostname.mongo.local', null],
  ['mongo.local', 'cluster.evil.local', 'other-domain'],
  ['mongo.local', 'mongo.local', 'no-more-levels'],
  ['localhost', 'localhost', 'no-more-levels'],
  ['localhost', 'a.localhost', null],
  ['localhost', 'test_1.cluster_1local', 'other-domain'],
  ['mongo.local', 'test_1.cluster_1.tests_mongo.local', 'other-domain'],
  ['db.lab.test', '10.0.0.1', 'not-a-name'],
] as const)('of %s, the target %s: %s', (parent, target, problem) => {
  expect(foreignSrvTargets(parent, [srv(target)])[0]?.problem ?? null).toBe(problem)
})

test.each([
  [['authSource=thisDB&replicaSet=repl0'], null],
  [['loadBalanced=true'], null],
  [[], null],
  [['a=1', 'b=2'], 'many-records'],
  [['socketTimeoutMS=500'], 'other-option'],
  [['authSource=a&ssl=false'], 'other-option'],
  [['authsource=a'], 'other-option'],
  [['authSource=&replicaSet=x'], 'empty-option'],
])('TXT %j: %s', (texts, problem) => {
  expect(txtOptions(texts.map(txt)).problem?.is ?? null).toBe(problem)
})

test('the options of a TXT record', () => {
  expect(txtOptions([txt('authSource=admin&replicaSet=rs0')]).options).toEqual({
    authSource: 'admin',
    replicaSet: 'rs0',
    loadBalanced: null,
  })
})
