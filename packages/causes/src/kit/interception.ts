import type { CertificateFacts, ChainDefect, Verification } from '@mongowhy/core'

import { isPublicAuthority, trustDefects } from './chain.ts'

/**
 * Products that open TLS on the way and sign the server's certificate anew, by the names that they give to their
 * authorities (their documentation, and the list that Chromium ships in ssl_error_assistant).
 */
const products: readonly (readonly [expression: RegExp, product: string])[] = [
  [/\bzscaler\b/i, 'Zscaler'],
  [/\bnetskope\b|goskope/i, 'Netskope'],
  [/\bcisco umbrella\b|\bcisco secure access\b|\bopendns\b/i, 'Cisco Umbrella'],
  [/\bfortinet\b|\bfortigate\b/i, 'Fortinet'],
  [/\bpalo alto networks\b/i, 'Palo Alto Networks'],
  [/\bcheck point\b[^,]*(?:inspection|mobile|ca\b)/i, 'Check Point'],
  [/\bsophos\b/i, 'Sophos'],
  [/\bsonicwall\b/i, 'SonicWall'],
  [/\bwatchguard\b/i, 'WatchGuard'],
  [/\bbarracuda\b/i, 'Barracuda'],
  [/\bblue ?coat\b|\bsymantec (?:web|secure) (?:gateway|web)/i, 'Blue Coat'],
  [/\bforcepoint\b|\bwebsense\b/i, 'Forcepoint'],
  [/\bmcafee web gateway\b|\bskyhigh\b/i, 'Skyhigh'],
  [/\btrend micro\b/i, 'Trend Micro'],
  [
    /\bcloudflare (?:gateway|for teams|zero trust)\b|\bgateway ca - cloudflare managed\b/i,
    'Cloudflare Gateway',
  ],
  [/\biboss\b/i, 'iboss'],
  [/\bsmoothwall\b/i, 'Smoothwall'],
  [/\bsecurly\b/i, 'Securly'],
  [/\buntangle\b/i, 'Untangle'],
  [/\bkerio\b/i, 'Kerio Control'],
  [/\bkaspersky\b/i, 'Kaspersky'],
  [/\bavast\b|\bavg (?:web|technologies)/i, 'Avast or AVG'],
  [/\bbitdefender\b/i, 'Bitdefender'],
  [/\beset\b[^,]*ssl filter/i, 'ESET'],
  [/\bnorton web\/mail shield\b/i, 'Norton'],
  [/\badguard\b/i, 'AdGuard'],
  [/\bmitmproxy\b/i, 'mitmproxy'],
  [/fiddlerroot/i, 'Fiddler'],
  [/\bcharles proxy\b/i, 'Charles'],
  [/\bportswigger\b/i, 'Burp Suite'],
  [/\bzed attack proxy\b/i, 'ZAP'],
  [/\bproxyman\b/i, 'Proxyman'],
]

/** The product by whose authority a chain was made, by the names in it; null where none is known. */
export function interceptorOf(chain: readonly CertificateFacts[]): string | null {
  // The name in the leaf's own subject is the server's, and says nothing of who signed.
  const names = chain.flatMap(({ subject, issuer }, index) => (index === 0 ? [issuer] : [subject, issuer]))
  return products.find(([expression]) => names.some((name) => expression.test(name)))?.[1] ?? null
}

/** Hosts of providers whose servers have certificates of public authorities, always. */
export function hasPublicCertificate(host: string): boolean {
  return /\.(?:mongodb(?:gov)?\.net|cosmos\.azure\.com|documents\.azure\.com)\.?$/i.test(host)
}

/** The authority at the end of an untrusted chain; null where the chain is trusted, or ends in a public name. */
export function privateAuthority(
  chain: readonly CertificateFacts[],
  verification: Verification,
): string | null {
  const [defect] = trustDefects(verification)
  if (defect === undefined) return null
  const name = authorityNamed(defect, chain)
  return isPublicAuthority(name) ? null : name
}

/** Who issued the last certificate of a path that is not trusted. */
export function authorityNamed(defect: ChainDefect, chain: readonly CertificateFacts[]): string {
  if (defect.is === 'unknown-issuer') return defect.issuer
  return chain.find(({ subject }) => subject === defect.subject)?.issuer ?? defect.subject
}
