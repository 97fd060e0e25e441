import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-empty',
  confirm:
    'Print whether the variable is set and how long it is in the very process that fails (never its value): empty or unset settles it; text before `mongodb` points to the scheme.',
  symptoms: [
    {
      driver: 'mongoose',
      pattern: /The `?uri`? parameter to `?openUri\(\)`? must be a string, got "?(?:undefined|null|object)"?/,
      certainty: 'certain',
      weight: 2,
      sample:
        'MongooseError: The `uri` parameter to `openUri()` must be a string, got "undefined". Make sure the first parameter to `mongoose.connect()` or `mongoose.createConnection()` is a string.',
    },
    {
      driver: 'mongoose',
      pattern:
        /MongooseError: You must (?:pass|provide) a connection string|uri` is not defined|must be a string, got "undefined"/,
      certainty: 'certain',
      weight: 2,
      sample: 'The `uri` parameter to `openUri()` must be a string, got "undefined"',
    },
    {
      driver: 'node',
      pattern:
        /Cannot read propert(?:y|ies) (?:'(?:startsWith|match|split|indexOf|slice|replace|trim)' of undefined|of undefined \(reading '(?:startsWith|match|split|indexOf|slice|replace|trim)'\))/,
      with: [
        /mongodb-connection-string-url|node_modules[/\\]mongo(?:db|ose)|ConnectionString\b|parseConnectionString|mongo_client|connection_string/i,
      ],
      certainty: 'likely',
      weight: 2,
      sample: `TypeError: Cannot read properties of undefined (reading 'startsWith')
    at connectionStringHasValidScheme (/home/ada/app/node_modules/mongodb-connection-string-url/lib/index.js:13:30)
    at new ConnectionString`,
    },
    {
      driver: 'any',
      pattern:
        /(?:[Pp]lease (?:define|add|set|provide|specify)|[Ii]nvalid\/?(?:[Mm]issing)?|[Mm]issing|is not (?:defined|set)|not found|undefined|required)[^\n]{0,60}\bMONGO\w{0,30}(?:URI|URL|CONNECTION\w{0,20}|STRING|HOST)\b/,
      certainty: 'likely',
      yields: true,
      weight: 1,
      sample: 'Error: Please define the MONGODB_URI environment variable inside .env.local',
    },
    {
      driver: 'any',
      pattern:
        /\b(?:MONGO\w{0,30}|DATABASE|DB)_?(?:URI|URL|CONNECTION\w{0,20})\b['"`]?[^\n]{0,40}(?:is (?:not (?:defined|set)|undefined|missing|required|empty)|not (?:found|set|defined)|undefined|must be (?:set|defined)|is unset|missing)/,
      with: [/mongo/i],
      unless: [/MONGO_OPLOG_URL must be set to the 'local'/],
      certainty: 'likely',
      weight: 1,
      sample: 'Error: MONGODB_URI is not defined in the environment',
    },
    {
      driver: 'prisma',
      pattern:
        /Environment variable not found: \w{0,40}(?:DATABASE|MONGO|DB|UR[IL])\w{0,40}|environment variable `\w{1,80}` resolved to an empty string|You must provide a nonempty URL/,
      certainty: 'certain',
      weight: 2,
      sample: `error: Environment variable not found: DATABASE_URL.
  -->  schema.prisma:10
 9 |   provider = "mongodb"
10 |   url      = env("DATABASE_URL")`,
    },
    {
      driver: 'pymongo',
      pattern: /KeyError: '?\w{0,20}MONGO\w{0,40}'?/,
      certainty: 'likely',
      weight: 2,
      sample: `KeyError: 'MONGODB_URI'`,
    },
    {
      driver: 'pymongo',
      pattern:
        /(?:host|uri) must be an instance of str[^\n]{0,40}NoneType|TypeError: argument of type 'NoneType' is not iterable|'NoneType' object has no attribute '(?:startswith|split|partition)'/,
      with: [/pymongo|mongo/i],
      certainty: 'likely',
      weight: 1,
      sample: `TypeError: argument of type 'NoneType' is not iterable (pymongo/uri_parser.py)`,
    },
    {
      driver: 'spring',
      pattern: /Could not resolve placeholder '[\w.-]{0,60}mongo[\w.-]{0,60}'/i,
      certainty: 'certain',
      weight: 2,
      sample: `java.lang.IllegalArgumentException: Could not resolve placeholder 'MONGODB_URI' in value "\${MONGODB_URI}"`,
    },
    {
      driver: 'csharp',
      pattern:
        /The connection string '' is not valid|connection string (?:cannot|can not|must not) be (?:null|empty)|Value cannot be null\.? \(Parameter '(?:connectionString|url)'\)/i,
      unless: [/UseSqlServer|UseNpgsql|SqlClient|Npgsql|MySql|Sqlite/],
      certainty: 'certain',
      weight: 1,
      sample: `MongoDB.Driver.MongoConfigurationException: The connection string '' is not valid.`,
    },
    {
      driver: 'php',
      pattern: /Failed to parse MongoDB URI: ''/,
      certainty: 'certain',
      weight: 1,
      sample: `MongoDB\\\\Driver\\\\Exception\\\\InvalidArgumentException: Failed to parse MongoDB URI: ''. Invalid URI Schema, expecting 'mongodb://' or 'mongodb+srv://'.`,
    },
    {
      driver: 'any',
      pattern: /\[dotenv[^\]]{0,20}\] injecting env \(0\)|injected env \(0\) from/,
      with: [/Invalid scheme|must be a string|undefined/],
      certainty: 'likely',
      weight: 2,
      sample: `[dotenv@17.2.1] injecting env (0) from .env -- tip: encrypt
MongoParseError: Invalid scheme, expected connection string to start with "mongodb://" or "mongodb+srv://"`,
    },
    {
      driver: 'node',
      pattern:
        /Invalid schem[ae], expected|Invalid connection string "undefined"|Invalid connection string "?undefined"?/,
      certainty: 'possible',
      weight: 3,
      sample:
        'MongoParseError: Invalid scheme, expected connection string to start with "mongodb://" or "mongodb+srv://"',
    },
    {
      driver: 'any',
      pattern:
        /Invalid URI scheme: URI must begin with|scheme must be "mongodb" or "mongodb\+srv"|Connection strings must start with either 'mongodb:\/\/'|Invalid URI [Ss]chema|contains no scheme|the URL must start with the protocol `mongo`/,
      certainty: 'possible',
      weight: 3,
      sample: `pymongo.errors.InvalidURI: Invalid URI scheme: URI must begin with 'mongodb://' or 'mongodb+srv://'`,
    },
    {
      driver: 'pymongo',
      pattern: /Empty host \(or extra comma in host list\)|Invalid URI: must provide at least one/,
      certainty: 'likely',
      weight: 1,
      sample: 'pymongo.errors.ConfigurationError: Empty host (or extra comma in host list).',
    },
    {
      driver: 'any',
      pattern:
        /[Pp]lease (?:add|define|set|provide|check)[^\n]{0,30}\b[Mm]ongo ?(?:DB)? ?(?:URI|URL|connection string)[^\n]{0,40}\.env/,
      certainty: 'certain',
      yields: true,
      sample: 'Error: Please add your Mongo URI to .env.local',
    },
    {
      driver: 'any',
      pattern:
        /(?:to server \[|ENOTFOUND |EAI_AGAIN |\blookup |Addr: |address=|UnknownHostException: |[Ff]ailed to resolve '|Address: )(?:undefined|null|None|nil|NaN)\b|(?:^|[\s'"[(/@,])(?:undefined|null|None|nil|NaN):\d{4,5}\b/,
      certainty: 'likely',
      weight: 4,
      sample: 'MongoError: failed to connect to server [undefined:27017] on first connect',
    },
    {
      driver: 'any',
      pattern: /\bMONGO\w{0,30}(?:URI|URL|STRING)\b[^\n]{0,20} references Secret [^\n]{1,120} does not exist/,
      certainty: 'certain',
      weight: 2,
      sample: 'Environment Variable "MONGODB_URI" references Secret "mongodb_uri", which does not exist.',
    },
  ],
}
