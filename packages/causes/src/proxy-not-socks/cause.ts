import { absent, cite, defineCause, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Phrase } from '@mongowhy/core'

interface Facts {
  readonly proxy: string
  readonly speaks: 'http' | 'ssh' | 'tls' | 'other' | 'nothing'
  readonly firstBytes: string
}

export const cause: Cause = defineCause<Facts>({
  code: 'proxy-not-socks',
  title: 'The proxy port does not speak SOCKS5',
  scope: 'target',
  infer(evidence) {
    const looks = seenBy(evidence, 'proxy.connect')
    for (const look of looks) {
      const { outcome, proxy } = look.saw
      if (outcome.is === 'not-socks') {
        const { firstBytes } = outcome
        return {
          is: 'present',
          certainty: 'certain',
          bearing: 'fault',
          facts: { proxy, speaks: protocolOf(firstBytes), firstBytes },
          because: [cite(look, says`${proxy} answered our SOCKS5 greeting with ${firstBytes.slice(0, 64)}`)],
        }
      }
      if ((outcome.is === 'closed' || outcome.is === 'silent') && outcome.after === 'greeting') {
        return {
          is: 'present',
          // A SOCKS proxy that is overloaded, or that does not let this address in, does the same.
          certainty: 'possible',
          bearing: 'fault',
          facts: { proxy, speaks: 'nothing', firstBytes: '' },
          because: [
            cite(
              look,
              outcome.is === 'closed'
                ? says`${proxy} closed the connection upon our SOCKS5 greeting`
                : says`${proxy} did not answer our SOCKS5 greeting`,
            ),
          ],
        }
      }
    }
    const spoke = looks.find(({ saw }) => saw.outcome.is !== 'unreachable')
    return spoke === undefined ? unknown() : absent(cite(spoke, says`${spoke.saw.proxy} speaks SOCKS5`))
  },
  advise: ({ proxy, speaks, firstBytes }) => ({
    title: title(proxy, speaks),
    explanation:
      speaks === 'nothing'
        ? says`${proxy} accepts connections, but had no answer to the SOCKS5 greeting, with which every driver begins. Proxies of another kind do so, and so does a SOCKS5 proxy that is overloaded or does not admit this address. No MongoDB server was reached.`
        : says`A SOCKS5 proxy answers the greeting with the byte 05; ${proxy} answered with ${firstBytes.slice(0, 64)}. MongoDB drivers can use SOCKS5 proxies only, not HTTP proxies. No MongoDB server was reached.`,
    steps: [
      speaks === 'http'
        ? says`Ask whoever runs the proxy for its SOCKS5 port; many offer one beside the HTTP port (1080 is usual). HTTP_PROXY and HTTPS_PROXY are not used by MongoDB drivers.`
        : says`Check proxyHost and proxyPort in the connection string: the port must be that of a SOCKS5 proxy, not of MongoDB or of another service.`,
      says`Where there is a machine that can reach the servers, ssh -N -D 1080 USER@MACHINE makes a SOCKS5 proxy: proxyHost=127.0.0.1&proxyPort=1080.`,
      says`If the servers can be reached directly, take proxyHost and proxyPort out.`,
    ],
    ...(speaks === 'nothing'
      ? {
          confirm: says`curl --socks5-hostname ${proxy} http://example.com: if that works, it is a SOCKS5 proxy, and its rules for this address are to be asked.`,
        }
      : {}),
  }),
})

function protocolOf(firstBytes: string): Facts['speaks'] {
  if (firstBytes.startsWith('HTTP/')) return 'http'
  if (firstBytes.startsWith('SSH-')) return 'ssh'
  return /^15030[0-4]/.test(firstBytes) ? 'tls' : 'other'
}

function title(proxy: string, speaks: Facts['speaks']): Phrase {
  switch (speaks) {
    case 'http':
      return says`${proxy} is an HTTP proxy, not a SOCKS5 proxy`
    case 'ssh':
      return says`${proxy} is an SSH server, not a SOCKS5 proxy`
    case 'tls':
      return says`${proxy} expects TLS, not SOCKS5`
    case 'other':
      return says`${proxy} does not speak SOCKS5`
    case 'nothing':
      return says`${proxy} does not answer as a SOCKS5 proxy would`
  }
}
