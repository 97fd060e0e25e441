import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'atlas-not-ready',
  confirm: `See the cluster's state (\`atlas clusters describe NAME\`): CREATING, REPAIRING or DELETING means wait, none means that it was terminated.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /\b(?:CREATING|DELETING|REPAIRING|UPDATING|CLUSTER_NOT_FOUND)\b|cluster[^\n]{0,40}(?:being (?:created|deleted|provisioned)|provisioning|terminated|deleted|still creating)|(?:just|newly) created[^\n]{0,30}cluster/i,
      with: [/mongo|atlas|cluster/i],
      certainty: 'possible',
      weight: 9,
      sample: 'stateName CREATING, querySrv ENOTFOUND _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern: /querySrv ENOTFOUND|The DNS query name does not exist|no such host|DNSHostNotFound/,
      with: ['host:atlas'],
      certainty: 'possible',
      weight: 1,
      sample: 'Error: querySrv ENOTFOUND _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
  ],
}
