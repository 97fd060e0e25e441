import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'tcp-rejected',
  summary: 'a firewall that answers one port with ICMP "prohibited", and leaves another open',
  certainty: 'certain',
  // By hand, in a network namespace of one's own: iptables -A INPUT -p tcp --dport 27017 -j REJECT --reject-with icmp-host-prohibited
  unavailable: () => 'it takes a firewall rule, and the lab changes nothing about the system',
  start: () => Promise.reject(new Error('a firewall rule is not for the lab to make')),
})
