import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'atlas-host-changed',
  title: 'The cluster got new host names',
  shownBy: 'provider-api',
  explanation: says`A change of tier, a move from a shared or serverless instance to Flex, or from one provider to another gives a cluster new hosts, and sometimes a new SRV name. Connection strings that name hosts, and those with the old name, lead to servers that are gone.`,
  steps: [
    says`In Atlas, Connect: copy the connection string anew, and compare the host.`,
    says`Use mongodb+srv://: its record follows most changes by itself. A string that lists the hosts follows none.`,
    says`Look for copies: secrets of pipelines, container settings, the hosts file, allow lists of firewalls by name or address.`,
    says`Restart programs that resolved the name when they started.`,
  ],
  confirm: says`Compare the host of your string with connectionStrings of atlas clusters describe NAME --output json: if it is not there, it is this.`,
})
