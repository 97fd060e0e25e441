import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-balanced-members',
  confirm:
    'Connect ten times to the address and compare `hello.me` (or the process id): it changes, then a balancer stands before members; list the members instead.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'server:43',
      certainty: 'possible',
      weight: 6,
      sample: `MongoServerError: cursor id 8573221 not found, code: 43, codeName: 'CursorNotFound'`,
    },
    {
      driver: 'any',
      pattern: /cursor id \d{1,25} not found|CursorNotFound|Cursor not found/i,
      certainty: 'possible',
      weight: 6,
      sample: 'pymongo.errors.CursorNotFound: cursor id 8573221 not found',
    },
    {
      driver: 'any',
      pattern:
        /(?:load ?balancer|\bNLB\b|HAProxy|ClusterIP|kube-proxy|round.?robin)[^\n]{0,200}(?:replica ?set|mongos|members|cursor)/i,
      with: [/mongo/i],
      certainty: 'possible',
      weight: 9,
      sample: 'A load balancer stands in front of the replica set; MongoServerSelectionError',
    },
  ],
}
