import type { TargetChange } from '@mongowhy/core'

/** A change in few words: `authSource=admin`, `IPv4 addresses only`. Values come from rules, never from secrets. */
export function changeWords(change: TargetChange): string {
  switch (change.change) {
    case 'options':
      return optionWords(change.options, change.seeds ?? [])
    case 'tls':
      return change.tls ? 'TLS' : 'TLS off'
    case 'family':
      return change.family === 'ipv4' ? 'IPv4 addresses only' : 'IPv6 addresses only'
    case 'trust':
      return change.store === 'system' ? "the system's certificates" : 'the certificates bundled with Node'
    case 'issuer':
      return `the issuer's certificate from ${change.url}`
    case 'password':
      return passwordWords(change.password)
  }
}

function optionWords(
  options: Extract<TargetChange, { readonly change: 'options' }>['options'],
  seeds: readonly string[],
): string {
  const words = Object.entries(options).map(([name, value]) =>
    value === null ? `no ${name}` : `${name}=${String(value)}`,
  )
  return [...words, ...(seeds.length > 0 ? [`the seeds ${seeds.join(', ')}`] : [])].join(', ')
}

function passwordWords(way: Extract<TargetChange, { readonly change: 'password' }>['password']): string {
  switch (way) {
    case 'decoded-once-more':
      return 'the password decoded once more'
    case 'encoded-once':
      return 'the password taken as it stands, not decoded'
    case 'trimmed':
      return 'the password without the white space at its ends'
  }
}
