import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-load-balancer-mode',
  symptoms: [
    {
      driver: 'any',
      pattern: /attempted to initialize in load[- ]balancing mode, but the server does not support/i,
      certainty: 'certain',
      sample:
        'MongoCompatibilityError: Driver attempted to initialize in load balancing mode, but the server does not support this mode.',
    },
    {
      driver: 'any',
      pattern: /accessed through a load balancer, but this driver does not have load balancing enabled/,
      certainty: 'certain',
      sample:
        'MongoServerError: The server is being accessed through a load balancer, but this driver does not have load balancing enabled',
    },
    {
      driver: 'any',
      pattern: 'server:354',
      certainty: 'certain',
      sample: '"ok" : 0, "code" : 354, "codeName" : "LoadBalancerSupportMismatch"',
    },
  ],
}
