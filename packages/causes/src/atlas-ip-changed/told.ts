import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'atlas-ip-changed',
  title: 'This machine’s public address changed, and is no longer on the access list',
  shownBy: 'provider-api',
  explanation: says`Atlas lets in the addresses that its access list names. Home and mobile connections, functions without a fixed way out, new NAT gateways, VPNs and IPv6 change the address from which this machine is seen; the entry of last week then fits nobody.`,
  steps: [
    says`See how this machine is seen from outside (a browser on it, or your NAT gateway's page), and compare with Security, Network Access in Atlas.`,
    says`Add that address, with an expiry if it is yours for a day only. An entry for everybody (0.0.0.0/0) leaves the password as the only door.`,
    says`For servers: give them a fixed way out (a NAT gateway with its own address) and list that; several gateways have several addresses.`,
    says`For good: peering or a private endpoint, which need no public address.`,
  ],
  confirm: says`Compare this machine's public address with the entries of Network Access: if none covers it, it is this.`,
})
