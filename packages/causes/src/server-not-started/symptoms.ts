import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'server-not-started',
  symptoms: [
    {
      driver: 'any',
      pattern: /Data directory \S{1,200} not found/,
      certainty: 'certain',
      sample:
        '"msg":"Data directory /data/db not found. Create the missing directory or specify another path using (1) the --dbpath command line option, or (2) by adding the \'storage.dbPath\' option in the configuration file."',
    },
    {
      driver: 'any',
      pattern: /Unable to (?:create\/open|lock) the lock file/,
      certainty: 'certain',
      sample:
        '"msg":"DBException in initAndListen, terminating","attr":{"error":"DBPathInUse: Unable to lock the lock file: /data/db/mongod.lock (Resource temporarily unavailable). Another mongod instance is already running on the /data/db directory"}',
    },
    {
      driver: 'any',
      pattern:
        /Attempted to create a lock file on a read-only directory|IllegalOperation: Attempted to create a lock file/,
      certainty: 'certain',
      sample: 'IllegalOperation: Attempted to create a lock file on a read-only directory: /data/db',
    },
    {
      driver: 'any',
      pattern:
        /Failed to set up listener.{0,80}Address already in use|SocketException: Address already in use/,
      certainty: 'certain',
      sample: '"msg":"Failed to set up listener","attr":{"error":"SocketException: Address already in use"}',
    },
    {
      driver: 'any',
      pattern:
        /UPGRADE PROBLEM: Found an invalid featureCompatibilityVersion|This version of MongoDB is too recent to start up on the existing data files/,
      certainty: 'certain',
      sample: 'UPGRADE PROBLEM: Found an invalid featureCompatibilityVersion document',
    },
    {
      driver: 'any',
      pattern: /permissions on \S{1,200} are too open/,
      certainty: 'certain',
      sample:
        '"msg":"Read security file failed","attr":{"error":{"code":30,"codeName":"InvalidPath","errmsg":"permissions on /etc/mongo-keyfile are too open"}}',
    },
    {
      driver: 'any',
      pattern:
        /mongod\.service: (?:Main process exited, code=exited|Failed with result)|child process failed, exited with (?:error number )?\d{1,3}/,
      certainty: 'likely',
      sample: 'ERROR: child process failed, exited with 1',
    },
  ],
}
