import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'client-not-connected',
  confirm:
    'Log `readyState` (or await the connect) right before the operation, on the very connection that the model uses: not 1 settles it; 1, look for two copies of the library.',
  symptoms: [
    {
      driver: 'mongoose',
      pattern: /buffering timed out after \d{1,7} ?ms/,
      // Every fault of a connection ends in these words, too: they decide nothing alone.
      certainty: 'possible',
      weight: 9,
      sample: 'MongooseError: Operation `users.findOne()` buffering timed out after 10000ms',
    },
    {
      driver: 'any',
      pattern:
        /Client must be connected before running operations|MongoNotConnectedError|Cannot use MongoClient after close|Topology is closed|MongoTopologyClosedError|Client (?:is )?(?:not|hasn't been) connected|Cannot (?:use|do operations) (?:a )?(?:client|session|MongoClient)[^\n]{0,30}(?:closed|ended|after close)|client is disconnected|mongo: client (?:is )?disconnected|ErrClientDisconnected|MongoClient must be connected|MongoExpiredSessionError|Cannot use a session that has ended|state should be: open|InvalidOperation: Cannot use (?:MongoClient|AsyncMongoClient) after close|Cannot call `?[\w.]{2,60}\(\)`? before initial connection is complete|if `bufferCommands = false`|Pool was (?:force )?destroyed|(?:server|connection) instance pool was destroyed|pool destroyed|MongoPoolClosedError|Attempted to check out a connection from closed connection pool|You have not defined a default connection|ConnectionFailure: You have not/i,
      certainty: 'certain',
      yields: true,
      weight: 3,
      sample: 'MongoNotConnectedError: Client must be connected before running operations',
    },
    {
      driver: 'any',
      pattern:
        /Cannot read propert(?:y|ies) (?:'(?:db|collection|insertOne|findOne|find)' of (?:undefined|null)|of (?:undefined|null) \(reading '(?:db|collection|insertOne|findOne|find|createCollection)'\))|'NoneType' object has no attribute '(?:find|find_one|insert_one|get_collection)'|nil pointer dereference[\s\S]{0,600}(?:Collection|Database|Client)\b|invalid memory address[\s\S]{0,900}mongo\.\(\*(?:Client|Database|Collection)\)/,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 2,
      sample: `TypeError: Cannot read properties of undefined (reading 'collection')
    at /home/ada/app/mongo.js:9:12`,
    },
    {
      driver: 'any',
      pattern: /buffering timed out/,
      certainty: 'possible',
      weight: 1,
      sample: 'Operation `users.insertOne()` buffering timed out after 10000ms',
    },
    {
      driver: 'prisma',
      pattern: /Engine is not yet connected|Response from the Engine was empty/,
      certainty: 'likely',
      weight: 2,
      sample: 'PrismaClientUnknownRequestError: Engine is not yet connected.',
    },
    {
      driver: 'any',
      pattern:
        /Client (?:is )?(?:not|hasn't been) connected|the client is (?:closed|not connected)|not connected to (?:the )?database|Cannot access a disposed object|ObjectDisposedException|Client is closed|no connection (?:available|to) (?:for|server)|db is not (?:a function|defined)|client has been closed|already (?:been )?closed/i,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 3,
      sample: 'MongoError: the client is not connected to the database',
    },
    {
      driver: 'cpp',
      pattern: /invalid use of default constructed or moved-from mongocxx::/,
      certainty: 'likely',
      weight: 2,
      sample: 'what():  invalid use of default constructed or moved-from mongocxx::client object',
    },
    {
      driver: 'elixir',
      pattern: /no process: the process is not alive or there's no process currently associated/,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 2,
      sample:
        "GenServer.call(:mongo, :topology, 5000) ** (EXIT) no process: the process is not alive or there's no process currently associated with the given name",
    },
    {
      driver: 'any',
      pattern:
        /Client has been shut down|Operation interrupted because client was closed|cannot subscribe to Topology that is not connected|(?:Mongo)?Client was (?:explicitly )?closed/,
      with: [/mongo|Kind:|kind:/i],
      certainty: 'likely',
      weight: 2,
      sample: 'MongoClientClosedError: Operation interrupted because client was closed',
    },
    {
      driver: 'pymongo',
      pattern:
        /Cannot use \w{0,8}MongoClient in different event loop|attached to a different loop|Event loop is closed/,
      with: [/pymongo|motor|mongo/i],
      certainty: 'possible',
      weight: 4,
      sample:
        'RuntimeError: Cannot use AsyncMongoClient in different event loop. AsyncMongoClient uses low-level asyncio APIs that bind it to the event loop it was created on.',
    },
    {
      driver: 'any',
      pattern: /[Cc]urrent topology does not support sessions|deployment that does not support sessions/,
      certainty: 'possible',
      weight: 4,
      sample: 'MongoError: Current topology does not support sessions',
    },
    {
      driver: 'node',
      pattern: /Topology was destroyed/,
      certainty: 'possible',
      weight: 4,
      sample: 'MongoError: Topology was destroyed',
    },
    {
      driver: 'java',
      pattern: /Cluster was closed during server selection/,
      certainty: 'likely',
      weight: 1,
      sample: 'com.mongodb.MongoClientException: Cluster was closed during server selection.',
    },
  ],
}
