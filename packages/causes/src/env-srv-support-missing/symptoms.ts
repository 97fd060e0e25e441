import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-srv-support-missing',
  confirm: `Install the resolver's package in the very interpreter that fails (\`python -m pip install "pymongo[srv]"\`), or use a mongodb:// string.`,
  symptoms: [
    {
      driver: 'pymongo',
      pattern: /"?dnspython"? module must be installed/,
      certainty: 'certain',
      weight: 3,
      sample:
        'pymongo.errors.ConfigurationError: The "dnspython" module must be installed to use mongodb+srv:// URIs. To fix this error install pymongo with the srv extra',
    },
    {
      driver: 'pymongo',
      pattern:
        /No module named '?(?:dns|dnspython)'?|module 'dns' has no attribute|AttributeError: [^\n]{0,40}'dns'/,
      certainty: 'likely',
      weight: 2,
      sample: `ModuleNotFoundError: No module named 'dns'`,
    },
    {
      driver: 'any',
      pattern:
        /SRV (?:records? )?(?:lookups? )?(?:is|are) not supported|mongodb\+srv(?!:\/\/[\w%<*])[^\n]{0,60}(?:not supported|unsupported|not recognized|unknown|is not a valid)|[Uu]nsupported (?:protocol|scheme)[^\n]{0,20}mongodb\+srv|scheme must be "mongodb"$|(?:Invalid|unknown) (?:schema|scheme|protocol)[^\n]{0,60}mongodb\+srv/,
      unless: [/E11000|Scheme must be|Invalid schem[ae], expected|expecting 'mongodb:\/\/' or/],
      certainty: 'certain',
      weight: 2,
      sample: 'MongoError: unsupported protocol mongodb+srv',
    },
    {
      driver: 'php',
      pattern: /SRV[^\n]{0,60}(?:disabled|not enabled|support)|libresolv/,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 1,
      sample: `MongoDB\\\\Driver\\\\Manager: Failed to parse URI options: SRV support is disabled`,
    },
    {
      driver: 'java',
      pattern:
        /mongodb\+srv[^\n]{0,80}(?:JNDI|DnsContextFactory|javax\.naming)|NoInitialContextException|Cannot instantiate class: com\.sun\.jndi\.dns\.DnsContextFactory|Unable to support mongodb\+srv/,
      certainty: 'likely',
      sample: `com.mongodb.MongoClientException: Unable to support mongodb+srv// style connections as the 'com.sun.jndi.dns.DnsContextFactory' class is not available in this JRE`,
    },
    {
      driver: 'node',
      pattern:
        /MongoError: URI (?:malformed|must)[^\n]{0,40}mongodb:\/\/|port .{0,20}undefined[^\n]{0,60}mongodb\+srv|Invalid mongodb uri "mongodb\+srv/,
      certainty: 'likely',
      weight: 1,
      sample:
        'MongoError: Invalid mongodb uri "mongodb+srv://cluster0.ab1cd.mongodb.net". Must begin with "mongodb://"',
    },
    {
      driver: 'any',
      pattern: /Invalid (?:mongodb )?uri\b[^\n]{0,120}[Mm]ust begin with '?"?mongodb:\/\/(?!.{0,4} or )/i,
      with: ['uri:srv'],
      certainty: 'likely',
      weight: 3,
      sample: `invalid uri. Must begin with 'mongodb://' mongodb+srv://cluster0.ab1cd.mongodb.net/test`,
    },
    {
      driver: 'deno',
      pattern: /deno\.land\/x\/mongo@v0\.(?:\d|1\d|2[0-2])\.\d/,
      with: ['dns:missing', 'uri:srv'],
      certainty: 'likely',
      weight: 2,
      sample:
        'failed to lookup address information: nodename nor servname provided https://deno.land/x/mongo@v0.21.0/mod.ts mongodb+srv://cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'mongo-shell',
      pattern: /FailedToParse: Bad (?:connection string|digit)[^\n]{0,80}|Invalid mongodb uri[^\n]{0,60}srv/,
      certainty: 'likely',
      sample: 'FailedToParse: Bad digit "s" while parsing srv://cluster0',
    },
    {
      driver: 'c',
      pattern: /mongodb\+srv URI lookup failed: not supported|libmongoc not built with (?:DNS|libresolv)/i,
      certainty: 'likely',
      weight: 1,
      sample: 'Failed to parse URI: libmongoc not built with libresolv',
    },
    {
      driver: 'any',
      pattern: /[Pp]arsing error in (?:the )?url ['"]?mongodb\+srv:/,
      certainty: 'likely',
      weight: 1,
      sample: `[Uri] Parsing error in url 'mongodb+srv://cluster0.ab1cd.mongodb.net/'`,
    },
  ],
}
