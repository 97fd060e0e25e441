import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-service-name',
  confirm: `A service's name resolves only inside its own network: from outside use the published port on localhost; inside, see that both containers are in one network and the server runs.`,
  symptoms: [
    {
      driver: 'any',
      pattern: /(?:ENOTFOUND|EAI_AGAIN) (?:mongo(?:db|s|-?\w{1,20})?|db|database)(?![\w.-])/,
      certainty: 'likely',
      weight: 2,
      sample: 'MongoServerSelectionError: getaddrinfo ENOTFOUND mongo',
    },
    {
      driver: 'any',
      pattern: /(?:ENOTFOUND|EAI_AGAIN) (?!localhost)[A-Za-z_][\w-]{0,62}(?![\w.-]|@)/,
      with: [/\/Users\/|[A-Z]:\\|\/home\/\w/],
      certainty: 'likely',
      weight: 5,
      sample: `MongoServerSelectionError: getaddrinfo ENOTFOUND mongo
    at /Users/ada/app/node_modules/mongodb/lib/sdam/topology.js:285:38`,
    },
    {
      driver: 'any',
      pattern: 'dns:missing',
      with: ['host:single-label'],
      unless: ['dns:srv', 'host:atlas'],
      certainty: 'likely',
      weight: 1,
      sample: 'pymongo.errors.ServerSelectionTimeoutError: mongo:27017: [Errno -2] Name or service not known',
    },
    {
      driver: 'any',
      pattern: 'dns:temporary',
      with: ['host:single-label'],
      unless: ['dns:srv'],
      certainty: 'likely',
      weight: 1,
      sample: 'MongoServerSelectionError: getaddrinfo EAI_AGAIN mongo',
    },
    {
      driver: 'any',
      pattern:
        /(?:ENOTFOUND|no such host|Name or service not known|UnknownHostException|EAI_AGAIN|nodename nor servname)[^\n]{0,80}\.svc(?:\.cluster\.local)?\b|\.svc(?:\.cluster\.local)?(?::\d{2,5})?[^\n]{0,100}(?:ENOTFOUND|no such host|Name or service not known|failed to lookup|EAI_AGAIN|nodename nor servname)/,
      certainty: 'likely',
      weight: 3,
      sample: 'getaddrinfo ENOTFOUND mongo-0.mongo.default.svc.cluster.local',
    },
    {
      driver: 'any',
      pattern: 'errno:refused',
      with: ['host:single-label'],
      certainty: 'possible',
      weight: 1,
      sample: 'dial tcp mongo:27017: connect: connection refused',
    },
    {
      driver: 'any',
      pattern: /host\.docker\.internal/,
      with: [/ENOTFOUND|refused|not known|timed out/],
      certainty: 'possible',
      weight: 2,
      sample: 'MongoServerSelectionError: getaddrinfo ENOTFOUND host.docker.internal',
    },
    {
      driver: 'any',
      pattern:
        /docker-entrypoint\.sh: line \d{1,4}: [\w-]{1,60}: (?:Try again|Name (?:does not resolve|or service not known))/,
      certainty: 'likely',
      weight: 1,
      sample: `/docker-entrypoint.sh: line 15: mongo: Try again
/docker-entrypoint.sh: line 15: /dev/tcp/mongo/27017: Invalid argument`,
    },
  ],
}
