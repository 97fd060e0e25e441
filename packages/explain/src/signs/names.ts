import type { SignRule } from './sign.ts'

/** What resolvers answer, in the words of c-ares, getaddrinfo, Java, Go, dnspython and Windows. */
export const dnsRules: readonly SignRule[] = [
  {
    sign: 'dns:temporary',
    shownBy:
      /EAI_AGAIN|Temporary failure in name resolution|\[Errno -3\]|Try again \(name|SocketException \(0000000[0-9], 11\)|Resource temporarily unavailable(?=[^\n]{0,60}Dns)|getaddrinfo failed: -3\b/i,
  },
  {
    sign: 'dns:missing',
    shownBy:
      /\bENOTFOUND|\bEAI_NONAME\b|Name or service not known|nodename nor servname provided|\[Errno -2\]|\[Errno 8\]|\[Errno 11001\]|getaddrinfo failed|no such host(?: is known)?|UnknownHostException|Name does not resolve|Name has no usable address|failed to lookup address information|Failed to resolve '|No address associated with hostname|\[Errno -5\]|\[Errno 11004\]|\bNXDOMAIN\b|:nxdomain|DNSHostNotFound(?!: Failed to look up service)|Failed to look ?up host|No addresses found for hostname|No DNS results for domain|The requested name is valid, but no data/i,
  },
  { sign: 'dns:servfail', shownBy: /\bE?SERVFAIL\b|server misbehaving|server failure/i },
  { sign: 'dns:refused', shownBy: /\bEREFUSED\b|answered REFUSED|rcode(?:=|: )REFUSED/ },
  {
    sign: 'dns:timeout',
    shownBy:
      /\bETIMEOUT\b|DNS operation timed out|LifetimeTimeout|Timed out while waiting to resolve|lookup [^\n]{1,200}i\/o timeout|resolution lifetime expired/i,
  },
  { sign: 'dns:srv', shownBy: /\bquerySrv\b|_mongodb\._tcp\.|\bSRV (?:record|look-?up|quer)|lookup srv/i },
  { sign: 'dns:txt', shownBy: /\bqueryTxt\b|\bTXT (?:record|look-?up|quer)/i },
]
