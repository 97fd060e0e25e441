import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-load-balancer-mode',
  confirm:
    'See whether a balancer that speaks for MongoDB (service ids) is there: if not, remove loadBalanced=true from the string or from the TXT record.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:attempted to initialize in load balancing mode|load balancing mode), but the server does not support|server does not support (?:this|load.?balanc\w{0,6}) mode|LoadBalancerSupportMismatch|loadBalanced=true[^\n]{0,80}serviceId|did not (?:return|respond with) a serviceId|The server is being accessed through a load balancer, but this driver does not have/i,
      certainty: 'certain',
      weight: 2,
      sample:
        'MongoCompatibilityError: Driver attempted to initialize in load balancing mode, but the server does not support this mode.',
    },
    {
      driver: 'any',
      pattern: 'server:354',
      certainty: 'certain',
      sample: '"codeName" : "LoadBalancerSupportMismatch"',
    },
    {
      driver: 'java',
      pattern: /In load balancing mode, the host must resolve to a single SRV record/,
      certainty: 'likely',
      weight: 1,
      sample:
        'com.mongodb.MongoConfigurationException: In load balancing mode, the host must resolve to a single SRV record, but instead it resolved to multiple hosts',
    },
  ],
}
