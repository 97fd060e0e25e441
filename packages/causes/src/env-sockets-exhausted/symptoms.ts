import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-sockets-exhausted',
  confirm:
    'Count the open sockets of the process and its limit (`ls /proc/PID/fd | wc -l`, `ulimit -n`, `ss -s`) while it fails.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'errno:no-files',
      // A watcher of files has run out of what it may watch.
      unless: [/(?:EMFILE|ENOSPC)[^\n]{0,60}\bwatch\b|FSWatcher|inotify/],
      certainty: 'certain',
      sample: 'MongoServerSelectionError: connect EMFILE 10.0.0.9:27017 - Local (undefined:undefined)',
    },
    {
      driver: 'any',
      pattern: 'errno:no-address',
      certainty: 'likely',
      weight: 1,
      sample: 'MongoNetworkError: connect EADDRNOTAVAIL 10.0.0.9:27017 - Local (0.0.0.0:0)',
    },
    {
      driver: 'any',
      pattern: 'errno:no-buffers',
      certainty: 'likely',
      weight: 1,
      sample:
        'System.Net.Sockets.SocketException (10055): An operation on a socket could not be performed because the system lacked sufficient buffer space or because a queue was full',
    },
    {
      driver: 'any',
      pattern: 'server:264',
      certainty: 'certain',
      sample: 'TooManyFilesOpen',
    },
    {
      driver: 'any',
      pattern:
        /Only one usage of each socket address|\(10048\)|pthread_create failed[^\n]{0,60}|fork: Resource temporarily unavailable|can't create new thread|unable to create (?:new )?(?:native )?thread/,
      with: [/mongo|:2701\d|thread/i],
      certainty: 'likely',
      weight: 1,
      sample:
        'MongoDB.Driver.MongoConnectionException ---> System.Net.Sockets.SocketException: Only one usage of each socket address (protocol/network address/port) is normally permitted',
    },
  ],
}
