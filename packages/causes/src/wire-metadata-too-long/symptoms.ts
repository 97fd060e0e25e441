import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-metadata-too-long',
  symptoms: [
    {
      driver: 'any',
      pattern: /field must be less then or equal to \d{1,4} bytes in the client metadata document/,
      certainty: 'certain',
      sample:
        "The 'application.name' field must be less then or equal to 128 bytes in the client metadata document",
    },
    {
      driver: 'any',
      pattern: /The client metadata document must be less then or equal to \d{1,4} ?bytes/,
      certainty: 'certain',
      sample: 'The client metadata document must be less then or equal to 512bytes',
    },
    {
      driver: 'any',
      pattern: /ClientMetadata(?:AppName|Document)TooLarge/,
      certainty: 'certain',
      sample: '"codeName" : "ClientMetadataAppNameTooLarge", "code" : 184',
    },
    {
      driver: 'node',
      pattern: /Unable to include driverInfo [\w ]{1,40}, metadata cannot exceed 512 bytes/,
      certainty: 'certain',
      sample:
        'MongoInvalidArgumentError: Unable to include driverInfo name and version, metadata cannot exceed 512 bytes',
    },
    {
      driver: 'pymongo',
      pattern: /appname must be <= 128 bytes/,
      certainty: 'certain',
      sample: 'ValueError: appname must be <= 128 bytes',
    },
    {
      driver: 'java',
      pattern: /applicationName UTF-8 encoding length <= 128/,
      certainty: 'certain',
      sample:
        'java.lang.IllegalArgumentException: state should be: applicationName UTF-8 encoding length <= 128',
    },
  ],
}
