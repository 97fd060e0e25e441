import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'client-not-connected',
  symptoms: [
    {
      driver: 'mongoose',
      pattern: /Operation `[^`]{1,100}` buffering timed out after \d{1,9}ms/,
      certainty: 'certain',
      sample: 'MongooseError: Operation `users.findOne()` buffering timed out after 10000ms',
    },
    {
      driver: 'mongoose',
      pattern: /Cannot call `[^`]{1,100}` before initial connection is complete/,
      certainty: 'certain',
      sample:
        'MongooseError: Cannot call `users.findOne()` before initial connection is complete if `bufferCommands = false`. Make sure you `await mongoose.connect()` if you have `bufferCommands = false`.',
    },
    {
      driver: 'node',
      pattern: /Client must be connected before running operations|MongoNotConnectedError/,
      certainty: 'certain',
      sample: 'MongoNotConnectedError: Client must be connected before running operations',
    },
    {
      driver: 'node',
      pattern: /Topology is closed|MongoTopologyClosedError|Cannot use a session that has ended/,
      certainty: 'likely',
      sample: 'MongoTopologyClosedError: Topology is closed',
    },
    {
      driver: 'pymongo',
      pattern: /Cannot use MongoClient after close/,
      certainty: 'certain',
      sample: 'pymongo.errors.InvalidOperation: Cannot use MongoClient after close',
    },
    {
      driver: 'go',
      pattern: /client is disconnected/,
      certainty: 'certain',
      sample: 'client is disconnected',
    },
    {
      driver: 'java',
      pattern:
        /java\.lang\.IllegalStateException: (?:state should be: (?:server session pool is )?open|The pool is closed)/,
      certainty: 'certain',
      sample: 'java.lang.IllegalStateException: state should be: open',
    },
  ],
}
