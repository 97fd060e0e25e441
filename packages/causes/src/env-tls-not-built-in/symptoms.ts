import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-tls-not-built-in',
  symptoms: [
    {
      driver: 'php',
      pattern:
        /(?:TLS|SSL) (?:is )?(?:required|requested)?,? ?but (?:is )?not (?:supported|enabled|available) (?:by|in) (?:libmongoc|this)|(?:TLS|SSL) (?:is )?not enabled in this build/i,
      certainty: 'certain',
      sample: `Failed to create client: TLS is required, but not supported by libmongoc`,
    },
    {
      driver: 'php',
      pattern:
        /libmongoc SSL => disabled|Cannot (?:create|set) (?:SSL|TLS)[^\n]{0,40}SSL (?:is )?not (?:enabled|supported)/i,
      certainty: 'certain',
      sample: `libmongoc SSL => disabled`,
    },
    {
      driver: 'pymongo',
      pattern: /(?:The ssl module is not available|ssl module is not available in Python)/,
      certainty: 'certain',
      sample: `pymongo.errors.ConfigurationError: The ssl module is not available.`,
    },
    {
      driver: 'c',
      pattern:
        /(?:SSL|TLS) not enabled in this build|tls=true[^\n]{0,60}not (?:built|compiled) with (?:SSL|TLS)/i,
      certainty: 'certain',
      sample: `mongoc: error: SSL not enabled in this build.`,
    },
  ],
}
