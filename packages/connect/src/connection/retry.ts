import type { CauseCode } from '@mongowhy/core'

// Faults that pass by themselves: a server that starts, an election, a resolver that stumbles, a burst that ends. Never
// credentials, names or certificates: they stay wrong, and accounts lock.
const passing: ReadonlySet<string> = new Set<CauseCode>([
  'server-starting',
  'tcp-refused',
  'tcp-connection-limit',
  'tcp-ingress-rate-limit',
  'tcp-balancer-backend',
  'dns-temporary',
  'dns-servfail',
  'dns-srv-dropped',
  'dns-txt-failed',
  'topology-no-primary',
  'topology-member-not-ready',
  'topology-not-initiated',
  'tcp-some-members',
  'wire-hello-silent',
  'ops-failover',
  'ops-overloaded',
  'auth-storm',
])

/** Whether trying again can help. What is unexplained may pass too. */
export function mayPass(code: CauseCode | 'unexplained'): boolean {
  return code === 'unexplained' || passing.has(code)
}

const firstMs = 200
const mostMs = 2_000

/** How long to wait before the next try, in milliseconds: doubled each time, with chance, so that many clients spread. */
export function backoff(attempt: number): number {
  const full = Math.min(mostMs, firstMs * 2 ** attempt)
  return full / 2 + Math.random() * (full / 2)
}
