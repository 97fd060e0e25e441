import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'env-runtime-network-bug',
  title: 'Another runtime’s own network code fails where Node’s does not',
  shownBy: 'error-text',
  explanation: says`Bun and Deno run the Node driver upon network, DNS and TLS code of their own. A failure that shows there and not under Node, from the same machine with the same string, is that code's.`,
  steps: [
    says`Run the same program under Node on the same machine. If it connects, report the difference to the runtime, with both versions.`,
    says`Move to the newest release of the runtime, or to the one before the fault began, and pin it.`,
    says`If it is the SRV look-up that fails (querySrv), use mongodb:// with every host: Atlas shows that form under Connect, Drivers, for an older driver version.`,
    says`If it is TLS that fails, see under which runtime the same certificate verifies before you look at the server.`,
  ],
  confirm: says`mongowhy, which runs under Node, on the same machine with the same string: healthy there means that neither network nor server is at fault.`,
})
