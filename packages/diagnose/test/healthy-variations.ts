import type { StartedFault } from '@mongowhy/causes/faults'

import { replicaSet, secured, seedList, slowLink, standalone, user } from './healthy-kit.ts'

/** A deployment that works, in one of the many ways in which deployments differ. */
export interface Healthy {
  readonly name: string
  start(): Promise<StartedFault>
}

const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `n${index}.lab.test`)

/** What is legal and unusual as well as what is common: none of these may be called broken. */
export const healthyVariations: readonly Healthy[] = [
  { name: 'a standalone without authentication', start: () => standalone('/', {}) },
  { name: 'a standalone with a login', start: () => standalone('/app?authSource=admin') },
  {
    name: 'a user who has SCRAM-SHA-1 alone',
    start: () => standalone('/?authSource=admin', { users: [{ ...user, mechanisms: ['SCRAM-SHA-1'] }] }),
  },
  {
    name: 'a user of the database in the path',
    start: () =>
      standalone('/app', {
        users: [{ ...user, db: 'app', roles: [{ role: 'readWrite', db: 'app' }] }],
      }),
  },
  {
    name: 'a user who may read one database alone',
    start: () =>
      standalone('/app?authSource=admin', { users: [{ ...user, roles: [{ role: 'read', db: 'app' }] }] }),
  },
  { name: 'a set of three', start: () => replicaSet('&replicaSet=rs0') },
  { name: 'a set of three that is met at one member', start: () => replicaSet('', {}, false) },
  { name: 'a set of one', start: () => replicaSet('&replicaSet=rs0', { members: [{}] }) },
  {
    name: 'a set that is read from its secondaries',
    start: () => replicaSet('&replicaSet=rs0&readPreference=secondaryPreferred'),
  },
  { name: 'one member of a set, directly', start: () => replicaSet('&directConnection=true', {}, false) },
  {
    name: 'a set with an arbiter and a passive member',
    start: () =>
      replicaSet(
        '&replicaSet=rs0',
        { members: [{ role: 'primary' }, { passive: true }, { role: 'arbiter' }] },
        false,
      ),
  },
  { name: 'a mongos', start: () => standalone('/?authSource=admin', { users: [user], role: 'mongos' }) },
  {
    name: 'the oldest version that the driver takes',
    start: () => standalone('/?authSource=admin', { users: [user], version: '4.4.29' }),
  },
  { name: 'a seed list with a TXT record', start: () => seedList('authSource=admin', '') },
  { name: 'a seed list without one', start: () => seedList(undefined, '&authSource=admin') },
  { name: 'TLS under a private root', start: () => secured() },
  { name: 'TLS 1.2 alone', start: () => secured({ tls: { maxVersion: 'TLSv1.2' } }) },
  { name: 'a wildcard certificate', start: () => secured({ certificate: { names: ['*.lab.test'] } }) },
  {
    name: 'a certificate for an address',
    start: () => secured({ certificate: { addresses: ['127.0.0.1'], commonName: 'lab' }, byAddress: true }),
  },
  { name: 'a chain of five', start: () => secured({ depth: 4 }) },
  { name: 'a chain with its root', start: () => secured({ depth: 1, withRoot: true }) },
  {
    name: 'a certificate for eighty names, which ends tomorrow',
    start: () =>
      secured({
        certificate: {
          names: [...names(79), 'db.lab.test'],
          notAfter: new Date(Date.now() + 90_000_000),
        },
      }),
  },
  { name: 'mutual TLS', start: () => secured({ mutual: true }) },
  { name: 'a slow link, 200 ms each round trip', start: () => slowLink(100) },
]
