import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-txt-illegal',
  confirm:
    'Read the TXT record of the name (`nslookup -type=TXT HOST`): one record, with authSource, replicaSet and loadBalanced alone, is what drivers take.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /[Mm]ultiple text records not allowed|Text record (?:may|must) only set|Cannot have empty URI params|Only one TXT record is supported|Only authSource(?: and |, )[^\n]{0,60}(?:supported|allowed)[^\n]{0,20}(?:DNS|TXT)?|A TXT record is only permitted to contain the keys|[Mm]ultiple TXT records|TXT records?[^\n]{0,60}(?:only|invalid|unsupported|not allowed)|cannot specify option '\w{1,40}' in TXT|is not (?:an allowed|allowed as an?) (?:option|DNS)[^\n]{0,30}TXT/i,
      certainty: 'certain',
      sample: 'MongoParseError: Text record may only set any of: authSource, replicaSet, loadBalanced',
    },
    {
      driver: 'c',
      pattern: /URI option "?\w{1,60}"? prohibited in TXT record/,
      certainty: 'certain',
      weight: 1,
      sample: 'URI option "retryWrites" prohibited in TXT record',
    },
    {
      driver: 'perl',
      pattern: /Unsupported option '\w{1,60}' in URI [^\n]{1,400} for TXT record/,
      certainty: 'certain',
      weight: 1,
      sample: `MongoDB::Error: Unsupported option 'retryWrites' in URI mongodb+srv://[**REDACTED**]@cluster0.lab.test/ for TXT record authSource=admin&retryWrites=false`,
    },
    {
      driver: 'any',
      pattern:
        /Only 1 TXT record is allowed|TXT record string '[^'\n]{0,120}' is not a value|multiple records from TXT not supported|are allowed in a TXT record|Invalid TXT record\b/i,
      certainty: 'certain',
      weight: 1,
      sample:
        'MongoDB.Driver.MongoConfigurationException: Only 1 TXT record is allowed when using the SRV protocol.',
    },
    {
      driver: 'c',
      pattern: /Cannot override URI option "\w{1,60}" from TXT record/,
      certainty: 'certain',
      weight: 1,
      sample: 'mongoc: Cannot override URI option "tls" from TXT record "tls=false"',
    },
  ],
}
