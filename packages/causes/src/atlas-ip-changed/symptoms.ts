import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'atlas-ip-changed',
  confirm: `Compare the address from which this machine goes out now (\`curl https://ifconfig.me\`) with the project's IP access list and the entries' expiry.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /Could not connect to any servers in your MongoDB Atlas cluster|IP that isn't whitelisted|isn't whitelisted|is not whitelisted/,
      certainty: 'possible',
      weight: 6,
      sample: `MongooseServerSelectionError: Could not connect to any servers in your MongoDB Atlas cluster. One common reason is that you're trying to access the database from an IP that isn't whitelisted. Make sure your current IP address is on your Atlas cluster's IP whitelist`,
    },
    {
      driver: 'any',
      pattern: 'alert:80',
      certainty: 'possible',
      weight: 4,
      sample: 'tlsv1 alert internal error:SSL alert number 80',
    },
    {
      driver: 'any',
      pattern:
        /[Ss]erver selection|timed? ?out|ETIMEDOUT|No (?:suitable )?servers|connection(?: <monitor>| \d{1,6})? to \S{1,200} closed|Client network socket disconnected|UNEXPECTED_EOF|violation of protocol|No available servers|ReplicaSetNoPrimary/i,
      with: ['host:atlas'],
      unless: ['dns:srv', 'dns:missing', 'verify:failed'],
      certainty: 'possible',
      weight: 2,
      sample: 'cluster0-shard-00-00.ab1cd.mongodb.net:27017: timed out',
    },
    {
      driver: 'any',
      pattern:
        /(?:my|the|our|public|egress|outbound|dynamic) (?:current )?(?:ip|IP)(?: address)?[^\n]{0,60}(?:chang\w{1,3}|rotat\w{1,3}|different|new|dynamic)|(?:dynamic|ephemeral|changing) (?:public |egress |outbound )?IPs?\b|(?:render|heroku|vercel|railway|netlify|lambda)[^\n]{0,60}(?:IP|address)[^\n]{0,30}(?:chang|dynamic|static)/i,
      with: [/alert|timed? ?out|selection|whitelist|access list|not connect/i],
      certainty: 'possible',
      weight: 9,
      sample: 'My public IP changed overnight: tlsv1 alert internal error (SSL alert number 80)',
    },
  ],
}
