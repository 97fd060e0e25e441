import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-vpn-or-mesh',
  confirm: `Switch the VPN, zero-trust client or sidecar off (or exclude MongoDB's ports) and try again from the same machine.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /\b(?:VPN|WARP|Zscaler|Netskope|GlobalProtect|AnyConnect|Tailscale|WireGuard|OpenVPN|NordVPN|Cloudflare (?:WARP|Zero Trust)|FortiClient|Cisco (?:Umbrella|Secure)|Istio|Linkerd|Envoy|sidecar|service mesh)\b/i,
      with: [/mongo|ECONN|timed? ?out|ENOTFOUND|querySrv|SSL|TLS|alert/i],
      certainty: 'possible',
      weight: 9,
      sample:
        'MongoServerSelectionError: Server selection timed out, only when the VPN (Cloudflare WARP) is on',
    },
    {
      driver: 'any',
      pattern:
        /UAEX|upstream connect error or disconnect\/reset before headers|no healthy upstream|\benvoy\b/i,
      certainty: 'likely',
      weight: 1,
      sample:
        'upstream connect error or disconnect/reset before headers. reset reason: connection termination',
    },
  ],
}
