import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-srv-foreign-host',
  confirm:
    'Look up the SRV record: its targets must end in the domain of the name in the string; where they do not, mend the zone, and find out who changed it.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /does not share hostname with parent URI|Invalid SRV host|domain suffix from SRV record not matched|(?:SRV|DNS)[^\n]{0,80}(?:not (?:a )?(?:sub-?domain|in the same|share)|different (?:parent )?domain)|is not a subdomain of|is not in a sub-domain of the SRV host|returned host '[^'\n]{1,200}'[^\n]{0,60}(?:not|parent)|is an invalid domain name/i,
      with: [/SRV|record|mongo|domain/i],
      unless: [/resolved to a host ' ?'/],
      certainty: 'certain',
      sample: 'MongoAPIError: Server record does not share hostname with parent URI',
    },
    {
      driver: 'c',
      pattern: /host must be subdomain of service name/,
      certainty: 'certain',
      weight: 1,
      sample:
        'Invalid host "db.elsewhere.test" returned for service "cluster0.lab.test": host must be subdomain of service name',
    },
    {
      driver: 'perl',
      pattern:
        /URI '[^'\n]{0,200}' SRV record does not|as a SCALAR ref while "strict refs" in use at \S{1,100}MongoDB\/_URI\.pm/,
      certainty: 'likely',
      weight: 2,
      sample: `Can't use string ("lab.test") as a SCALAR ref while "strict refs" in use at /usr/share/perl5/MongoDB/_URI.pm line 364.`,
    },
    {
      driver: 'ruby',
      pattern:
        /Parent domain name in SRV record result \([^)\n]{1,255}\) does not match that of the hostname/,
      certainty: 'certain',
      weight: 1,
      sample: `Parent domain name in SRV record result (db.elsewhere.test) does not match that of the hostname (["lab", "test"]) (Mongo::Error::MismatchedDomain)`,
    },
    {
      driver: 'rust',
      pattern: /SRV lookup for \S{1,255} returned result \S{1,255}, which does not match domain name/,
      certainty: 'certain',
      weight: 1,
      sample:
        'DnsResolve { message: "SRV lookup for cluster0.lab.test returned result db.elsewhere.test, which does not match domain name lab.test" }',
    },
    {
      driver: 'csharp',
      pattern: /Hosts in the SRV record must (?:have the same parent domain|end with the configured)/,
      certainty: 'certain',
      weight: 1,
      sample:
        'MongoDB.Driver.MongoConfigurationException: Hosts in the SRV record must have the same parent domain as the seed host.',
    },
    {
      driver: 'node',
      pattern:
        /Server record does not (?:have at least one more domain level than parent|end with srvAllowedHostsSuffix)/,
      certainty: 'certain',
      weight: 1,
      sample: 'MongoAPIError: Server record does not have at least one more domain level than parent URI',
    },
    {
      driver: 'java',
      pattern: /resolved to a host '[^'\n]{1,255}' that does not have at least one more domain level/,
      certainty: 'certain',
      weight: 1,
      sample:
        "com.mongodb.MongoConfigurationException: The SRV host name 'localhost' resolved to a host 'localhost' that does not have at least one more domain level",
    },
    {
      driver: 'c',
      pattern: /SRV response did not contain any valid hosts/,
      certainty: 'possible',
      weight: 2,
      sample: 'mongoc: SRV response did not contain any valid hosts',
    },
  ],
}
