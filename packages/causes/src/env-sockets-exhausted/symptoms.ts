import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-sockets-exhausted',
  symptoms: [
    {
      driver: 'node',
      pattern: /connect (?:EMFILE|ENFILE)\b|\bEMFILE: too many open files|getaddrinfo EMFILE/,
      certainty: 'certain',
      sample: 'MongoServerSelectionError: connect EMFILE 127.0.0.1:27017 - Local (undefined:undefined)',
    },
    {
      driver: 'node',
      pattern: /connect EADDRNOTAVAIL (?:\d{1,3}\.){3}\d{1,3}:\d{2,5}/,
      certainty: 'likely',
      sample: 'MongoNetworkError: connect EADDRNOTAVAIL 10.0.0.5:27017 - Local (10.0.0.9:0)',
    },
    {
      driver: 'any',
      pattern:
        /\[Errno 24\] Too many open files|socket: too many open files|SocketException: Too many open files/,
      certainty: 'certain',
      sample: 'pymongo.errors.AutoReconnect: db.example.com:27017: [Errno 24] Too many open files',
    },
    {
      driver: 'any',
      pattern:
        /\[Errno (?:99|49|125)\] (?:Cannot|Can't) assign requested address|connect: cannot assign requested address|(?:BindException|ConnectException|NoRouteToHostException): Cannot assign requested address/,
      certainty: 'likely',
      sample: 'dial tcp 10.0.0.5:27017: connect: cannot assign requested address',
    },
  ],
}
