import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-container-loopback',
  confirm: `Inside the container localhost is the container itself: use the service's name (or host.docker.internal for a server on the host) and try again.`,
  symptoms: [
    {
      driver: 'any',
      pattern: 'errno:refused',
      with: ['host:loopback', 'in:container'],
      unless: [
        'dns:srv',
        /\bminikube tunnel|port-forward/,
        'host:not-configured',
        // A probe or a hook runs in the container of the server itself.
        /(?:[Ll]iveness|[Rr]eadiness|[Ss]tartup) probe|lifecycle hook|PostStartHook|\bhealth_?check/i,
      ],
      certainty: 'likely',
      weight: 4,
      sample: 'app_1  | MongoServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017 docker-compose',
    },
    {
      driver: 'any',
      pattern: 'errno:refused',
      with: ['host:loopback'],
      unless: ['dns:srv'],
      certainty: 'possible',
      weight: 4,
      sample: 'MongoServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017',
    },
    {
      driver: 'any',
      pattern: /Exception opening socket|connecting to server (?:localhost|127\.0\.0\.1):27017/,
      with: ['in:container', /localhost:27017|127\.0\.0\.1:27017/],
      certainty: 'likely',
      weight: 3,
      sample: 'Exception in monitor thread while connecting to server localhost:27017 (docker-compose)',
    },
  ],
}
