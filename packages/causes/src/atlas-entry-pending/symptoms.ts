import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'atlas-entry-pending',
  confirm:
    'Look at the status of the entry in the IP access list (active or pending) and at the project that the cluster belongs to.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:IP|entry|access list|whitelist)[^\n]{0,60}\bpending\b|\bpending\b[^\n]{0,60}(?:IP|entry|access list|whitelist)|(?:wrong|different|another|other) (?:atlas )?project/i,
      with: [/mongo|atlas|alert|timed? ?out|cluster/i],
      certainty: 'possible',
      weight: 9,
      sample: 'The IP access list entry is still pending: tlsv1 alert internal error',
    },
    {
      driver: 'any',
      pattern:
        /(?:added|whitelisted|allowed)[^\n]{0,60}(?:0\.0\.0\.0\/0|my IP|IP address)|(?:0\.0\.0\.0\/0)[^\n]{0,40}(?:added|whitelist|allowed|access)/i,
      with: [/alert|timed? ?out|selection|not connect/i],
      certainty: 'possible',
      weight: 1,
      sample: 'I added 0.0.0.0/0 to the access list and still get tlsv1 alert internal error',
    },
  ],
}
