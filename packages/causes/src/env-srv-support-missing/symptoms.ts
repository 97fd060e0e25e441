import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-srv-support-missing',
  symptoms: [
    {
      driver: 'pymongo',
      pattern: /"dnspython" module must be installed to use mongodb\+srv/,
      certainty: 'certain',
      sample: `pymongo.errors.ConfigurationError: The "dnspython" module must be installed to use mongodb+srv:// URIs`,
    },
    {
      driver: 'php',
      pattern:
        /libmongoc[^\n]{0,80}(?:without|not (?:built|compiled) with)[^\n]{0,40}(?:SRV|DNS)|SRV (?:support|resolution) (?:is )?not (?:available|supported)/i,
      certainty: 'certain',
      sample: `Failed to parse MongoDB URI: 'mongodb+srv://...'. SRV support not available`,
    },
    {
      driver: 'mongo-shell',
      pattern:
        /FailedToParse: Bad (?:URL|connection string)[^\n]{0,80}mongodb\+srv|Invalid scheme[^\n]{0,40}mongodb\+srv/,
      certainty: 'likely',
      sample: `FailedToParse: Bad connection string 'mongodb+srv://cluster0.ab1cd.mongodb.net/'`,
    },
    {
      driver: 'java',
      pattern:
        /(?:NameNotFoundException|NoInitialContextException|NoClassDefFoundError)[^\n]{0,80}(?:DnsContextFactory|javax[./]naming)/,
      certainty: 'likely',
      sample: `javax.naming.NoInitialContextException: Cannot instantiate class: com.sun.jndi.dns.DnsContextFactory`,
    },
  ],
}
