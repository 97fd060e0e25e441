import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'server-avx-missing',
  title: 'The server needs a processor with AVX, and this one has none',
  shownBy: 'server-log',
  explanation: says`MongoDB 5.0 and later are compiled for processors with AVX (on ARM: ARMv8.2-A). On an older one, or in a virtual machine whose processor type hides it, mongod dies at its first such instruction, before it writes a line.`,
  steps: [
    says`See what the machine has: grep -c avx /proc/cpuinfo, on the server or in the container. 0 means none.`,
    says`In a virtual machine: choose the processor type of the host (Proxmox, QEMU: cpu host; VMware: EVC mode of Sandy Bridge or later).`,
    says`If the hardware has none: MongoDB 4.4 is the last release that runs there. It is out of support, so for a laboratory only.`,
  ],
  confirm: says`Read the exit status of the container or service: 132 (signal 4, SIGILL) together with no avx in /proc/cpuinfo is this.`,
})
