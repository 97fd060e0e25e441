import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-srv-malformed',
  confirm: `Compare the raw answer of this resolver with another's (\`dig SRV _mongodb._tcp.HOST @RESOLVER\`): warnings or a short answer from one only settle it.`,
  symptoms: [
    {
      driver: 'node',
      pattern: /query(?:Srv|Txt) EBADRESP/,
      certainty: 'likely',
      weight: 4,
      sample: 'Error: querySrv EBADRESP _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'node',
      pattern: /query(?:Srv|Txt) (?:EBADNAME|EFORMERR|ENOTIMP|EBADFAMILY|EBADSTR|EBADQUERY)/,
      certainty: 'likely',
      weight: 2,
      sample: 'Error: querySrv ENOTIMP _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'go',
      pattern: /cannot unmarshal DNS message/,
      certainty: 'certain',
      weight: 1,
      sample:
        'error parsing uri: lookup _mongodb._tcp.cluster0.ab1cd.mongodb.net on 127.0.0.53:53: cannot unmarshal DNS message',
    },
    {
      driver: 'any',
      pattern:
        /answered (?:A DNS (?:message|response)|The DNS (?:packet|response)|FORMERR|NOTIMP|a malformed)|(?:malformed|corrupt|invalid) DNS (?:message|response|packet)|dns\.(?:exception\.FormError|message\.\w{3,20})|BadLabelType|compression pointer/i,
      certainty: 'likely',
      weight: 2,
      sample:
        'dns.resolver.NoNameservers: All nameservers failed to answer the query: Server 10.0.0.1 UDP port 53 answered FORMERR',
    },
    {
      driver: 'java',
      pattern:
        /(?:DNS error|CommunicationException: DNS error)(?![^\n]{0,200}timed out)|\[response code [14]\]/,
      certainty: 'likely',
      weight: 1,
      sample:
        'javax.naming.CommunicationException: DNS error [Root exception is java.lang.ArrayIndexOutOfBoundsException]',
    },
    {
      driver: 'c',
      pattern: /Invalid SRV answer for/,
      certainty: 'likely',
      weight: 4,
      sample: 'Failed to parse URI options: Invalid SRV answer for "_mongodb._tcp.cluster0.lab.test"',
    },
    {
      driver: 'java',
      pattern: /The SRV host name '[^'\n]{1,255}' resolved to a host ' ?'/,
      certainty: 'likely',
      weight: 4,
      sample: `com.mongodb.MongoConfigurationException: The SRV host name 'cluster0.lab.test' resolved to a host '' that does not share domain name`,
    },
    {
      driver: 'perl',
      pattern: /does not return any valid SRV results/,
      certainty: 'possible',
      weight: 3,
      sample: `MongoDB::Error: URI 'mongodb+srv://[**REDACTED**]@cluster0.lab.test/' does not return any valid SRV results`,
    },
    {
      driver: 'rust',
      pattern: /DnsResolve \{ message: "(?:protocol error: )?decoding error/,
      certainty: 'likely',
      weight: 4,
      sample:
        'DnsResolve { message: "protocol error: decoding error: incorrect rdata length read: 1 expected: 65535" }',
    },
  ],
}
