import { networkInterfaces } from 'node:os'

import type { HostSighting } from '@mongowhy/core'

// A machine that runs containers has one for each; the rest tells nothing new.
const most = 64

/** Addresses of this machine's own interfaces, loopback included. */
export function interfaces(): NonNullable<HostSighting['interfaces']> {
  return Object.entries(networkInterfaces())
    .flatMap(([name, addresses = []]) =>
      addresses.map(({ address, cidr }) => ({ name, address, network: cidr })),
    )
    .slice(0, most)
}
