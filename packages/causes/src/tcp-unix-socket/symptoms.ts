import type { Symptoms } from '@mongowhy/core'

// The sockets of other software.
const otherSocket =
  /\/(?:docker|containerd|mysqld?|redis\S{0,20}|supervisor|gunicorn|php\S{0,20}|dbus\S{0,20}|snapd)\.sock|\.s\.PGSQL/

export const symptoms: Symptoms = {
  code: 'tcp-unix-socket',
  confirm: `List the socket file as the program's user (\`ls -l /tmp/mongodb-27017.sock\`): missing, or not writable for that user, settles it.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:ENOENT|EACCES|ECONNREFUSED)[^\n]{0,40}\/[\w./-]{1,150}\.sock\b|\.sock: \[Errno (?:2|13|111)\]|\/[\w./-]{1,150}mongodb-\d{2,5}\.sock[^\n]{0,80}(?:No such file|Permission denied|refused|ENOENT|\[Errno)|dial unix [^\n]{1,160}/i,
      with: [/mongo|27\d{3}/i],
      unless: [otherSocket],
      certainty: 'certain',
      weight: 2,
      sample: 'MongoServerSelectionError: connect ENOENT /tmp/mongodb-27017.sock',
    },
    {
      driver: 'mongod',
      pattern:
        /Failed to unlink socket file|Unable to (?:unlink|bind|create)[^\n]{0,60}\.sock|Failed to (?:set up|bind)[^\n]{0,60}\.sock/i,
      certainty: 'certain',
      weight: 3,
      sample: 'Failed to unlink socket file /tmp/mongodb-27017.sock Operation not permitted',
    },
    {
      driver: 'c',
      pattern: /Failed to connect to UNIX domain socket/,
      certainty: 'certain',
      weight: 3,
      sample: '[Failed to connect to UNIX domain socket: No such file or directory]',
    },
    {
      driver: 'any',
      pattern:
        /(?:No such file or directory|Connection refused|Permission denied)[^\n]{0,60}\/[\w./-]{1,150}\.sock\b|\/[\w./-]{1,150}\.sock, Type: Unknown, Error: |\{address=\/[\w./-]{1,150}\.sock, type=UNKNOWN, state=CONNECTING, exception=/,
      unless: [otherSocket],
      certainty: 'likely',
      weight: 3,
      sample:
        'MONGODB | No such file or directory - connect(2) for /tmp/mongodb-27017.sock (Mongo::Error::NoServerAvailable)',
    },
    {
      driver: 'perl',
      pattern: /could not be parsed \(Unix domain sockets are not supported\)/,
      certainty: 'certain',
      sample: `MongoDB::Error: URI 'mongodb://%2Ftmp%2Fmongodb-27017.sock' could not be parsed (Unix domain sockets are not supported)`,
    },
    {
      driver: 'any',
      pattern:
        /(?:unix domain sockets|UNIX-sockets) are not supported on this (?:system|platform)|unix sockets cannot be used with/,
      certainty: 'certain',
      weight: 1,
      sample: 'pymongo.errors.ConfigurationError: UNIX-sockets are not supported on this system',
    },
    {
      driver: 'java',
      pattern: /The path must end in \.sock/,
      certainty: 'likely',
      weight: 3,
      sample:
        'java.lang.IllegalArgumentException: The path must end in .sock (com.mongodb.UnixServerAddress)',
    },
  ],
}
