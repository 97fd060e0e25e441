import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-host-missing',
  confirm:
    'Compare the host name letter by letter with the right one and look it up with a second resolver; a name without dots belongs to a container network.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'dns:missing',
      unless: ['dns:srv', 'host:single-label', 'host:atlas', /_mongodb\._tcp|querySrv|queryTxt/],
      certainty: 'likely',
      sample: 'MongoServerSelectionError: getaddrinfo ENOTFOUND db.exmaple.com',
    },
    {
      driver: 'any',
      pattern: /getaddrinfo ENOTFOUND (?:[\w-]{1,63}\.){1,10}[a-z]{2,20}\b/,
      unless: ['dns:srv', 'host:atlas', 'host:cluster-local'],
      certainty: 'likely',
      weight: 1,
      sample: 'MongoServerSelectionError: getaddrinfo ENOTFOUND db.exmaple.com',
    },
    {
      driver: 'any',
      pattern: 'dns:missing',
      with: ['host:atlas'],
      unless: ['dns:srv'],
      certainty: 'possible',
      weight: 1,
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: cluster0-shard-00-00.ab1cd.mongodb.net:27017: [Errno -2] Name or service not known',
    },
    {
      driver: 'any',
      pattern: /getaddrinfo ENOTFOUND (?:https?|mongodb(?:\+srv)?|undefined|null|base)\b/,
      certainty: 'likely',
      sample: 'getaddrinfo ENOTFOUND http',
    },
    {
      driver: 'java',
      pattern: /MongoSocketException: (?:[\w-]{1,63}\.){1,10}[a-z]{2,20}\b(?:: Name or service not known)?/,
      unless: ['host:atlas'],
      certainty: 'likely',
      weight: 1,
      sample: 'com.mongodb.MongoSocketException: db.exmaple.com: Name or service not known',
    },
    {
      driver: 'mongo-shell',
      pattern:
        /Could not find address for (?:[\w-]{1,63}\.){1,10}[a-z]{2,20}\b|getaddrinfo\("[\w.-]{1,200}"\) failed|couldn't initialize connection to host \S{1,100}, address is invalid/,
      certainty: 'likely',
      sample: `Error: couldn't connect to server db.exmaple.com:27017, connection attempt failed: HostNotFound: Could not find address for db.exmaple.com:27017`,
    },
    {
      driver: 'c',
      pattern: /Failed to resolve (?:'[\w.-]{1,255}'|[\w-]{1,63}(?:\.[\w-]{1,63}){0,8})(?=$|[\s\]])/m,
      certainty: 'likely',
      weight: 2,
      sample: 'mongoc: Failed to resolve db.example.net',
    },
  ],
}
