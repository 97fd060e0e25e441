import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'proxy-tunnel-discovery',
  confirm: 'Add directConnection=true: if it connects then, and a tunnel is in place, it is this.',
  symptoms: [
    {
      driver: 'any',
      pattern: /\b(?:ssh -\w{0,6}L|port-forward|ssh tunnel|bastion|jump ?host)\b/i,
      with: [
        /ENOTFOUND|no such host|Name or service not known|UnknownHost|timed? ?out|ETIMEDOUT|ServerSelection/i,
      ],
      certainty: 'likely',
      sample:
        'ssh -L 27017:mongo-1.prod.internal:27017 bastion\nMongoServerSelectionError: getaddrinfo ENOTFOUND mongo-1.prod.internal',
    },
    {
      driver: 'any',
      pattern: /kubectl port-forward[^\n]{0,200}27017/,
      certainty: 'possible',
      sample: 'kubectl port-forward service/mongo 27017:27017',
    },
  ],
}
