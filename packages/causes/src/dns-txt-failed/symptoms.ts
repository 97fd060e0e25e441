import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-txt-failed',
  confirm: `Ask for the TXT record of the cluster's name (\`nslookup -type=TXT HOST\`): it fails where the SRV record answers, then write mongodb:// with the members, authSource and replicaSet.`,
  symptoms: [
    {
      driver: 'node',
      pattern: /queryTxt E(?!NODATA)[A-Z]{4,12}/i,
      certainty: 'likely',
      weight: 5,
      sample: 'Error: queryTxt ETIMEOUT cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'java',
      pattern: /(?:Unable to look up|Failed looking up) TXT record/,
      certainty: 'likely',
      weight: 4,
      sample:
        'com.mongodb.MongoConfigurationException: Unable to look up TXT record for host cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'pymongo',
      pattern:
        /IN TXT\b[^\n]{0,80}|(?:_get_txt|get_options|_resolve_txt|'TXT')[\s\S]{0,600}(?:timed out|lifetime|SERVFAIL|NoNameservers)/,
      certainty: 'likely',
      weight: 2,
      sample:
        'All nameservers failed to answer the query cluster0.ab1cd.mongodb.net. IN TXT: Server 10.0.0.2 UDP port 53 answered SERVFAIL',
    },
    {
      driver: 'go',
      pattern: /(?:LookupTXT|txt record)[^\n]{0,120}(?:misbehaving|timeout|refused)/i,
      certainty: 'likely',
      weight: 1,
      sample: 'error parsing uri: error looking up TXT record: server misbehaving',
    },
    {
      driver: 'csharp',
      pattern: /IN TXT[^\n]{0,120}(?:timed out|transient)/,
      certainty: 'likely',
      weight: 2,
      sample:
        'DnsClient.DnsResponseException: Query 1 => cluster0.ab1cd.mongodb.net IN TXT on 192.168.1.1:53 timed out or is a transient error.',
    },
    {
      driver: 'php',
      pattern: /Failed to look up TXT record/,
      certainty: 'likely',
      weight: 2,
      sample:
        'Failed to parse URI options: Failed to look up TXT record "cluster0.ab1cd.mongodb.net": Try again',
    },
    {
      driver: 'any',
      pattern: /\btxt look-?up failed\b/i,
      certainty: 'likely',
      weight: 2,
      sample: `error: txt lookup failed: No data record of requested type
 code: "DNS_ENODATA"`,
    },
    {
      driver: 'c',
      pattern: /No TXT records for "/,
      certainty: 'likely',
      weight: 1,
      sample: 'No TXT records for "db.example.net" (mongoc)',
    },
  ],
}
