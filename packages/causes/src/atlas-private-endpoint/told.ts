import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'atlas-private-endpoint',
  title: 'The private endpoint of the Atlas cluster is not available',
  shownBy: 'provider-api',
  explanation: says`A connection string with -pl- in its name leads to a private endpoint: a network interface in your own cloud network. It works only when both sides have accepted it, from within that network, in that region.`,
  steps: [
    says`In Atlas, Security, Network Access, Private Endpoint: both the endpoint and its service must be Available. Waiting for User means that your side's id was not given to Atlas yet; Failed and Rejected say so.`,
    says`In your cloud: the endpoint must be accepted, in the region of the cluster, and its security group must let ports 1024 to 65535 in from this machine.`,
    says`The name must resolve to an address of your network: resolvers that filter private answers (DNS rebinding protection) must let it through.`,
    says`From elsewhere use the other connection string, without -pl-.`,
  ],
  confirm: says`Ask Atlas: atlas privateEndpoints aws list (azure, gcp). Anything other than AVAILABLE decides it.`,
})
