import { says } from '@mongowhy/core'
import type { Advice, Endpoint, Phrase } from '@mongowhy/core'

export type Facts = { readonly endpoint: Endpoint } & (
  | {
      readonly is: 'expired'
      readonly authority: string
      readonly notAfter: string
      /** The file that is the store; null: the runtime's list. */
      readonly store: string | null
      readonly isPublic: boolean
    }
  | {
      readonly is: 'lacks'
      readonly authority: string
      readonly knownTo: 'bundled' | 'system' | null
      readonly runtime: string
    }
  /** `added`: the runtime's own list does not verify it either; the authority was added for this process. */
  | { readonly is: 'elsewhere'; readonly size: number; readonly added: boolean }
)

export function advise(facts: Facts): Advice {
  const { endpoint } = facts
  switch (facts.is) {
    case 'expired': {
      const { authority, notAfter, store, isPublic } = facts
      return {
        title: says`The root certificate that this client trusts ${endpoint} by expired on ${notAfter}: ${authority}`,
        explanation: says`The server's chain is signed by that authority, and the copy of its root ${store === null ? "in this client's list of authorities" : `in ${store}`} is past its last day. Authorities issue a new root with the same key in time, and the same chain verifies by that one; so what is out of date is the client's copy.`,
        steps: [
          isPublic
            ? update
            : says`Get the authority's current root (PEM) from whoever runs it, over a way that you trust, and put it in place of the old one.`,
          ...(store === null
            ? []
            : [says`Keep several roots in ${store} during a change, one below the other.`]),
          ...(isPublic
            ? []
            : [
                says`If the authority has no newer root: it must be renewed with its key, or made anew and the servers' certificates with it. Every client fails until then.`,
              ]),
        ],
      }
    }
    case 'lacks': {
      const { authority, knownTo, runtime } = facts
      return {
        title: says`The list of authorities that the driver uses does not have ${authority}, a public one`,
        explanation:
          knownTo === null
            ? says`The server's chain leads to an authority with a public name that none of the lists on this machine has. New roots appear every few years, and a list that is older than the root lacks it. Anybody can write such a name, though: something on the way that makes certificates may have done so.`
            : says`The ${knownTo} list of authorities verifies the server's chain; the one that the driver uses here (Node.js ${runtime}, with the settings of this environment) does not have its root.`,
        steps: [
          update,
          says`Look at what replaces Node's own list: --use-openssl-ca or --use-system-ca in NODE_OPTIONS, SSL_CERT_FILE, SSL_CERT_DIR.`,
        ],
        ...(knownTo === null
          ? {
              confirm: says`From another network and an up-to-date machine: "openssl s_client -connect ${endpoint} -showcerts" shows the same issuer and ends with "Verify return code: 0 (ok)".`,
            }
          : {}),
      }
    }
    case 'elsewhere':
      if (facts.added) return addedHere(endpoint)
      return {
        title:
          facts.size === 0
            ? says`This machine has no list of authorities: Node.js trusts ${endpoint}, programs that use the system's list will not`
            : says`The system's list of authorities does not verify ${endpoint}; Node.js brings its own and does`,
        explanation: says`Node.js has a list of its own. Python (without certifi), Go, Ruby, PHP and openssl use the system's, which has ${facts.size} authorities here and not the one that this server needs. In one of them the same connection string fails with an unknown issuer.`,
        steps: [
          says`Install or update the package ca-certificates (apt, apk, dnf), in the container's image as well; distroless and scratch images have none.`,
        ],
      }
  }
}

/** A private authority that one variable or option makes known to one program. */
function addedHere(endpoint: Endpoint): Advice {
  return {
    title: says`${endpoint} is trusted here by an authority that was added for Node.js alone`,
    explanation: says`Neither Node.js's own list of authorities nor the system's has the one that issued this certificate; NODE_EXTRA_CA_CERTS, or an option of node, adds it in this environment. Where that is not set, in a service or a container say, and in programs of other languages, the same connection string fails with an unknown issuer.`,
    steps: [
      says`Name the authority's certificate where every program finds it: tlsCAFile in the connection string, or the system's list (update-ca-certificates, update-ca-trust).`,
    ],
  }
}

const update: Phrase = says`Update the list: the runtime (Node.js brings its own), the package ca-certificates, certifi for Python, the JDK. Do not pin one root of a public authority; providers change them.`
