// What the JVM's drivers log when a client is made: every setting by name, those left alone too. None of it is trouble.
const dump = /\bMongoClientSettings\{[^\n]{0,20000}/g

// What tells of the connection string: the SRV name or the hosts (a default beside an SRV name), the set, whether TLS is on, and a proxy.
const telling: readonly RegExp[] = [
  /\bsrvHost=[^\s,}]{1,300}|\bhosts=\[(?![^\n]{0,4000}\], srvHost=)[^\]\n]{1,4000}\]/,
  /\brequiredReplicaSetName='(?!null')[^'\n]{1,200}'/,
  /\bSslSettings\{enabled=\w{1,5}/,
  /\bProxySettings\{host=(?!null)[^\s,}]{1,255}/,
]

/** A line without the dump of a client's settings, of which only what the connection string said is kept. */
export function withoutSettings(line: string): string {
  if (!line.includes('MongoClientSettings{')) return line
  return line.replace(dump, (settings) => {
    const kept = telling.flatMap((part) => part.exec(settings)?.[0] ?? [])
    return `MongoClientSettings{${kept.join(', ')}}`
  })
}
