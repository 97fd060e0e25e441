import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-off-for-atlas',
  confirm:
    'Add tls=true (and authSource=admin, replicaSet) to the mongodb:// string, or use mongodb+srv://, which implies them.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:connection(?: <monitor>| \d{1,6})? to \S{1,200} closed|connection closed|socket was unexpectedly closed: EOF|Prematurely reached end of stream|end of the stream|unexpected end of file|connection closed calling|isMaster' on host)/,
      with: ['uri:plain', 'host:atlas'],
      unless: ['uri:srv', /(?:ssl|tls)=true|tls: ?true|ssl: ?true|--ssl\b|--tls\b/i],
      certainty: 'likely',
      weight: 3,
      sample: `mongodb://ada@cluster0-shard-00-00.ab1cd.mongodb.net:27017,cluster0-shard-00-01.ab1cd.mongodb.net:27017/app?authSource=admin
MongoServerSelectionError: connection <monitor> to 203.0.113.9:27017 closed`,
    },
    {
      driver: 'any',
      pattern:
        /(?:connection(?: <monitor>| \d{1,6})? to \S{1,200} closed|:\d{2,5}: connection closed|socket was unexpectedly closed: EOF|Prematurely reached end of stream)/,
      with: ['host:atlas'],
      unless: ['uri:srv'],
      certainty: 'possible',
      weight: 3,
      sample: 'cluster0-shard-00-00.ab1cd.mongodb.net:27017: connection closed',
    },
    {
      driver: 'mongo-shell',
      pattern:
        /network error while attempting to run command 'isMaster' on host '[\w.-]{1,200}\.mongodb\.net/,
      unless: [/--ssl\b|--tls\b/],
      certainty: 'likely',
      weight: 2,
      sample: `Error: network error while attempting to run command 'isMaster' on host 'cluster0-shard-00-00.ab1cd.mongodb.net:27017'`,
    },
    {
      driver: 'elixir',
      pattern: /tcp (?:send|recv): [^\n]{0,60}closed/,
      with: ['host:atlas'],
      certainty: 'likely',
      weight: 1,
      sample:
        '[error] Mongo.Protocol failed to connect: ** (Mongo.Error) tcp send: unknown POSIX error - : closed cluster0-shard-00-00-ab1cd.mongodb.net',
    },
  ],
}
