import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-database-name',
  confirm:
    'Look at what stands between the hosts and the ? of the connection string, and at the name that the code gives: none of / \\ . " $ and no space may be in it.',
  symptoms: [
    {
      driver: 'any',
      pattern: /[Dd]atabase names? cannot contain the character ['"][ ./\\$"]/,
      certainty: 'certain',
      weight: 3,
      sample: "MongoInvalidArgumentError: Database names cannot contain the character '.'",
    },
    {
      driver: 'java',
      pattern: /databaseName does not contain '[ ./\\$"]'/,
      certainty: 'certain',
      weight: 3,
      sample: "java.lang.IllegalArgumentException: state should be: databaseName does not contain '.'",
    },
    {
      driver: 'any',
      pattern:
        /Database must be defined in the connection string|No default database(?: name)? defined(?: or provided)?|illegal character in database name|Bad database name|database name cannot be empty/i,
      with: [/mongo|prisma/i],
      certainty: 'likely',
      weight: 2,
      sample: 'pymongo.errors.ConfigurationError: No default database name defined or provided.',
    },
    {
      driver: 'c',
      pattern: /Invalid database name in URI/,
      certainty: 'likely',
      weight: 2,
      sample: 'Failed to parse MongoDB URI: Invalid database name in URI (mongoc)',
    },
  ],
}
