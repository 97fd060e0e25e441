import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-cluster-keys',
  confirm:
    'Wait a minute and try once more; if it stays, the clocks of the members or their key documents (admin.system.keys) are for whoever runs the cluster.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /No keys found for HMAC|Cache Reader No keys found|cannot sign cluster time|signature[^\n]{0,40}keys? (?:id|collection)[^\n]{0,60}(?:time|HMAC|cluster)|(?:time|HMAC|cluster)[^\n]{0,60}signature[^\n]{0,40}keys? (?:id|collection)/i,
      certainty: 'certain',
      weight: 3,
      sample:
        'MongoServerError: Cache Reader No keys found for HMAC that is valid for time: { ts: Timestamp(1700000000, 1) } with id: 0',
    },
    {
      driver: 'any',
      pattern: 'server:211',
      certainty: 'likely',
      weight: 3,
      sample: 'KeyNotFound code: 211',
    },
    {
      driver: 'any',
      pattern: /KeysCollectionManager/i,
      certainty: 'likely',
      weight: 2,
      sample: 'KeysCollectionManager: failed to refresh the keys cache mongos',
    },
  ],
}
