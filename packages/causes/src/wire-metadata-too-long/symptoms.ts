import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-metadata-too-long',
  confirm: `Shorten appName (128 bytes at most) and what the framework adds to the client's metadata (512 bytes at most).`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /[Aa]pp(?:lication)? ?[Nn]ame(?!["']?[=:] ?["']?\w)[^\n]{0,80}(?:\bexceeds?\b|\b(?:longer|less|larger|more) th[ae]n\b|\btoo (?:long|large)\b|\b128\b)|client metadata document[^\n]{0,80}(?:too large|exceed|less than|512)|[Cc]lient metadata[^\n]{0,60}(?:too large|exceeds|cannot|larger)|The application name cannot exceed/,
      certainty: 'certain',
      weight: 3,
      sample: 'MongoServerError: The client metadata document must be less then or equal to 512 bytes',
    },
    {
      driver: 'any',
      pattern: 'server:184',
      certainty: 'certain',
      sample: 'code: 184',
    },
    {
      driver: 'any',
      pattern: 'server:185',
      certainty: 'certain',
      sample: 'code: 185',
    },
    {
      driver: 'any',
      pattern: 'server:186',
      certainty: 'certain',
      sample: 'code: 186',
    },
    {
      driver: 'any',
      pattern:
        /'application\.name' field must be less|metadata cannot exceed 512 bytes|client metadata document/,
      certainty: 'certain',
      weight: 3,
      sample: `The 'application.name' field must be less then or equal to 128 bytes in the client metadata document`,
    },
    {
      driver: 'any',
      pattern: /Unsupported value for "?app(?:name|lication)"?/i,
      certainty: 'likely',
      weight: 5,
      sample: 'Unsupported value for "appname": "checkout-service-checkout-service',
    },
    {
      driver: 'any',
      pattern: /ClientMetadata\w{3,40}/,
      unless: [/ClientMetadata(?:Helper|Handle|Util)/],
      certainty: 'likely',
      weight: 2,
      sample: 'MongoServerError: ClientMetadataAppNameTooLarge',
    },
  ],
}
