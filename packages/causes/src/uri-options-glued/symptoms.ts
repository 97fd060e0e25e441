import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-options-glued',
  confirm:
    'Look at the string after the host: the first option must follow `/database?`, further ones `&`; an `&` or `=` inside the database name settles it.',
  symptoms: [
    {
      driver: 'any',
      pattern: /(?:db|database|for db|source=|on db) ?["'][^"'\s]{0,60}[&][^"'\s]{1,60}=/,
      certainty: 'certain',
      weight: 2,
      sample: 'UserNotFound: Could not find user "ada" for db "app&authSource=admin"',
    },
    {
      driver: 'any',
      pattern:
        /[Ii]nvalid (?:db|database|namespace)(?: name)?(?: specified)?[^\n]{0,20}['"]?[\w-]{0,60}(?:&|=|%26|%3[dD])|InvalidNamespace[^\n]{0,60}&|database names? cannot contain[^\n]{0,40}['"][=&?]/,
      certainty: 'likely',
      weight: 2,
      sample: `MongoServerError: Invalid database name: 'app&authSource=admin'`,
    },
    {
      driver: 'any',
      pattern: /not authorized on [\w-]{0,60}[&=][^\s]{1,80}/,
      certainty: 'likely',
      weight: 2,
      sample: 'not authorized on app&retryWrites=true to execute command',
    },
    {
      driver: 'any',
      pattern: /mongodb(?:\+srv)?:\/\/[^\s"'`?]{1,300}\/[\w-]{1,60}&\w{2,40}=/,
      with: [/fail|[Ee]rror|[Ii]nvalid/],
      certainty: 'likely',
      weight: 1,
      sample: `mongodb://ada:secret@db.test/app&authSource=admin
MongoServerError: Authentication failed.`,
    },
    {
      driver: 'any',
      pattern:
        /(?:[Ii]nvalid host(?:name)?|ENOTFOUND|EAI_AGAIN|lookup|UnknownHostException|[Ff]ailed to resolve)[: ]{1,3}["']?(?:[\w-]{1,63}\.){0,10}[\w-]{1,63}[/?&]\w{0,40}[?&=]/,
      unless: [/mongodb(?:\+srv)?:\/\/[^\s"']{1,300}\/[^\s"'/]{0,60}\?/],
      certainty: 'likely',
      weight: 3,
      sample: `MongoError: "Connection failed: Invalid hostname: 'c0.ab1cd.mongodb.net?retryWrites=true&w=majority'"`,
    },
    {
      driver: 'any',
      pattern:
        /must have a \? separator between path and query|must have a \/ separator between hosts and path/,
      certainty: 'certain',
      weight: 2,
      sample: 'error parsing uri: must have a ? separator between path and query',
    },
    {
      driver: 'java',
      pattern: /connection string contains options without trailing slash/,
      certainty: 'certain',
      weight: 2,
      sample:
        'java.lang.IllegalArgumentException: The connection string contains options without trailing slash',
    },
    {
      driver: 'c',
      pattern: /A '\/' is required between the host list and any options/,
      certainty: 'certain',
      weight: 2,
      sample: "Invalid connection string: A '/' is required between the host list and any options. (mongoc)",
    },
  ],
}
