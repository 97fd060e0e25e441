import type { DriverName } from '@mongowhy/core'

/** Words that a driver's texts, stack traces and tools carry, and how much each says. */
export interface Signature {
  readonly driver: Exclude<DriverName, 'any'>
  readonly shownBy: RegExp
  readonly weight: number
}

export const signatures: readonly Signature[] = [
  {
    driver: 'mongoose',
    shownBy:
      /\bMongoose(?:ServerSelection)?Error\b|\bMongooseError\b|node_modules[/\\]mongoose\b|\bmongoose\.(?:connect|model|createConnection)|buffering timed out after|Mongoose\b/,
    weight: 9,
  },
  {
    driver: 'prisma',
    shownBy:
      /\bPrisma(?:Client)?\w*Error\b|@prisma\/client|\bP(?:10|20)\d\d\b.{0,80}|prisma:error|schema\.prisma|[Pp]risma\b|query engine|schema_core::|migration_core::|schema-engine|Error in connector: |Raw query failed\. Code: /,
    weight: 10,
  },
  {
    driver: 'node',
    shownBy:
      /\bMongo(?:Server|Network|ServerSelection|Parse|API|Runtime|InvalidArgument|MissingDependency|Compatibility|TopologyClosed|NotConnected|Expired|BulkWrite|WriteConcern|MissingCredentials|AWS|OIDC|Kerberos|GridFS|Decompression)\w{0,20}Error\b/,
    weight: 5,
  },
  {
    driver: 'node',
    shownBy:
      /node_modules[/\\]mongodb\b|node:internal|\bat (?:async )?[\w.<>]+ \(?(?:\/|[A-Z]:\\|file:\/\/|node:).{0,300}\.[cm]?[jt]s:\d+:\d+|MongoNetworkError|MongoTimeoutError|\bquery(?:Srv|Txt) E|\bgetaddrinfo E|\bconnect E(?:CONN|TIMED|HOST|NET)|\[Symbol\(errorLabels\)\]|syscall: '|errno: -\d|\bMongo(?:PoolCleared)?Error\b(?!\[)|\bSocksClientError\b|\bat TLSSocket\.|\bServer record does not share hostname with parent URI/,
    weight: 3,
  },
  {
    driver: 'pymongo',
    shownBy:
      /\bpymongo\b|\bServerSelectionTimeoutError\b|\[Errno \d+\]|\(_ssl\.c:\d+\)|<TopologyDescription|<ServerDescription|dns\.resolver\.|full error: \{|\bbson\.errors\b/,
    weight: 5,
  },
  {
    driver: 'motor',
    shownBy:
      /\bmotor[/\\.](?:motor_\w+|core|frameworks)|\bAsyncIOMotor\w*|\bMotorClient\b|site-packages[/\\]motor|\bmotor\.motor_asyncio|\bbeanie\b/i,
    weight: 12,
  },
  { driver: 'mongoengine', shownBy: /\bmongoengine\b|\bflask_mongoengine\b/i, weight: 12 },
  { driver: 'django', shownBy: /\bdjango\b|\bdjongo\b|django_mongodb_backend/i, weight: 12 },
  {
    driver: 'go',
    shownBy:
      /go\.mongodb\.org|mongo-driver|server selection error: |no reachable servers\b|server returned error on SASL|\[inputs\.mongodb\]|connection\(\S{1,200}\[-?\d+\]\)|\bdial tcp\b|remote error: tls: |x509: |goroutine \d+|error parsing uri: |\bno such host\b|connection\(\) error occurred|\.go:\d+|panic: |context deadline exceeded|topology\.ServerSelectionError/,
    weight: 5,
  },
  {
    driver: 'java',
    shownBy:
      /com\.mongodb\.|\bjava\.(?:net|lang|io|util)\.|javax\.net\.ssl|sun\.security|\.java:\d+\)|org\.mongodb\.driver|MongoSocket\w+Exception|MongoSecurityException|ServerDescription\{|MongoCredential\{|Timed out (?:after \d+ ms )?while waiting (?:for|to)|\bThe connection string contains\b/,
    weight: 5,
  },
  {
    driver: 'spring',
    shownBy:
      /org\.springframework|spring\.data\.mongodb|\bSpring ?Boot\b|MongoAutoConfiguration|MongoTemplate/,
    weight: 12,
  },
  {
    driver: 'kotlin',
    shownBy: /\.kt:\d+\)|com\.mongodb\.kotlin|\bkotlinx?\.|org\.litote\.kmongo/,
    weight: 11,
  },
  { driver: 'scala', shownBy: /\.scala:\d+\)|org\.mongodb\.scala|\breactivemongo\b|\bscala\./, weight: 11 },
  {
    driver: 'csharp',
    shownBy:
      /\bMongoDB\.Driver\b|\bSystem\.(?:Net|TimeoutException|IO|Security|Threading|FormatException|ArgumentException|Exception|AggregateException)|\.cs:line \d+|CompositeServerSelector|---> |ClusterId : "|at MongoDB\.|using sasl protocol mechanism|FullyQualifiedErrorId/,
    weight: 7,
  },
  {
    driver: 'rust',
    shownBy:
      /\bos error \d+|mongodb::|\bmongodb-\d+\.\d+\.\d+\/src|Kind: (?:Server selection|I\/O|SCRAM|An error|DNS|Invalid)|thread '[\w:-]+' (?:\(\d+\) )?panicked|ErrorKind|Servers: \[ \{ Address: |labels: \{|Err\(Error \{ ?kind|\.rs:\d+:\d+/,
    weight: 6,
  },
  {
    driver: 'php',
    shownBy:
      /MongoDB ?\\ ?Driver ?\\|\.php(?::\d+|\(\d+\)| on line)|PHP (?:Fatal|Warning)|libmongoc|ext-mongodb|\bjenssegers\b|\blaravel\b|(?<!Driver\.)\bMongoConnectionException|Stack trace:\s+#0/i,
    weight: 8,
  },
  {
    driver: 'ruby',
    shownBy:
      /\bMongo::|\bMONGODB \| |\bMongoid\b|\.rb:\d+:in\b|(?:Socket|Auth)::\w+.*Mongo|mongo-\d+\.\d+\.\d+\/lib|OpenSSL::SSL::SSLError|Errno::E[A-Z]+/,
    weight: 8,
  },
  { driver: 'perl', shownBy: /\bMongoDB::\w+|\.p[lm] line \d+/, weight: 7 },
  {
    driver: 'elixir',
    shownBy:
      /\bMongo\.(?:Error|Topology|Monitor|MongoDBConnection|Auth)|\(Mongo\.|\(DBConnection\.|\bGenServer\.call\(|mongodb_driver|\[error\] GenServer|\{:tls_alert|:mongo\.connect\(|\*\* \(EXIT from #PID|:econnrefused|:nxdomain|\.exs?:\d+:/,
    weight: 9,
  },
  {
    driver: 'c',
    shownBy:
      /\bmongoc_|No suitable servers found|calling (?:connect|hello|ismaster) on '|Failed to (?:resolve|connect to target host)|libmongoc|mongoc:|bson_/,
    weight: 5,
  },
  { driver: 'cpp', shownBy: /\bmongocxx\b|\bbsoncxx\b|mongocxx::|\bgeneric server error\b/, weight: 10 },
  { driver: 'swift', shownBy: /\bMongoSwift\b|\bMongoKitten\b|MongoCore\.|\.swift:\d+/, weight: 10 },
  {
    driver: 'mongosh',
    shownBy:
      /\bmongosh\b|Current Mongosh Log ID|Connecting to:\s+mongodb|\bMongo\w{2,40}Error\[\w{2,60}\]: |\[(?:COMMON|SHAPI|ASYNC|MONGOSH)-\d{5}\]/,
    weight: 12,
  },
  {
    driver: 'mongo-shell',
    shownBy:
      /MongoDB shell version|\bE QUERY +\[|Establish connection failed\. |src\/mongo\/shell\/|\bexception: connect failed|@\(connect\):\d|exiting with code 1\b.*|couldn't connect to server \S+|\bmongo(?:\.exe)? --?\w/,
    weight: 12,
  },
  // The shell and old tools write documents so; Java quotes them too.
  {
    driver: 'mongo-shell',
    shownBy: /"ok" : 0(?:\.0)?,\s{0,20}"errmsg" : |\berrmsg: ".{1,200}" ?\}/,
    weight: 3,
  },
  { driver: 'compass', shownBy: /\bCompass\b|compass-connect|OPENSSL_internal/, weight: 12 },
  {
    driver: 'deno',
    shownBy:
      /\bDeno\b|ext:deno_|\bdeno:(?:core|runtime|cli)\b|npm:mongodb@|deno\.land|\.deno[/\\]|\bdeno run\b|^error: Uncaught \(in promise\)/m,
    weight: 14,
  },
  {
    driver: 'bun',
    shownBy:
      /\bBun v?\d|\bbun (?:run|dev|test|install)\b|oven-sh\/bun|\bBun\.\w+|\bDNSException: |"DNS_E[A-Z]{4,12}"|\bsrv lookup failed:/,
    weight: 14,
  },
  {
    driver: 'mongod',
    shownBy:
      /"c":"(?:NETWORK|CONTROL|STORAGE|ACCESS|REPL|REPL_HB|COMMAND|ELECTION|WT|CONNPOOL|SHARDING|INDEX|ASSERT|-)\s*"|\b[IWEF] {1,2}(?:NETWORK|CONTROL|STORAGE|ACCESS|REPL|REPL_HB|ELECTION|CONNPOOL|ASSERT|INDEX) +\[|c: (?:NETWORK|CONTROL|STORAGE|ACCESS|REPL|REPL_HB|ELECTION|WT|CONNPOOL|ASSERT)\b|mongod\.service|\bmongod:? |docker-entrypoint\.sh|AssertionException handling request|\[conn\d+\] |\/opt\/bitnami\/scripts|MongoMS:|Mongod instance closed|Fassert|MongoDB 5\.0\+ requires a CPU/,
    weight: 7,
  },
]
