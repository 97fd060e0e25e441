import type { Sign } from '@mongowhy/core'

import type { FoundSign } from './sign.ts'

type Version = readonly number[]

/** A version in which something changed that matters: what it is told by, and which of its versions are meant. */
interface Matters {
  readonly sign: Sign
  readonly written: RegExp
  readonly meant: (version: Version) => boolean
}

const below = (version: Version, bound: Version): boolean => {
  for (const [at, part] of bound.entries()) {
    const own = version[at] ?? 0
    if (own !== part) return own < part
  }
  return false
}

// From these on, Node's c-ares (1.34.6) finds no resolver on many Windows machines and asks 127.0.0.1: nodejs/node#61400 and others.
const caresOnWindows: ReadonlyMap<number, Version> = new Map([
  [20, [20, 20]],
  [22, [22, 22]],
  [24, [24, 13]],
  [25, [25, 3]],
])

const matters: readonly Matters[] = [
  {
    sign: 'version:node-resolver-on-windows',
    written: /\bNode(?:\.js)?[ :/]{0,2}v?(\d{2})\.(\d{1,3})\.(\d{1,3})\b/gi,
    meant: (version) => {
      const from = caresOnWindows.get(version[0] ?? 0)
      return from !== undefined && !below(version, from)
    },
  },
  {
    // Since Node 17 an address is tried in the resolver's order, IPv6 first: `verbatim`, nodejs/node#39987.
    sign: 'version:node-verbatim',
    written: /\bNode(?:\.js)?[ :/]{0,2}v?(\d{2})\.(\d{1,3})\.(\d{1,3})\b/gi,
    meant: ([major = 0]) => major >= 17,
  },
  {
    // They follow the chain that the server sent into a root that expired, whatever they trust beside it:
    // OpenSSL's own "Old Let's Encrypt Root Certificate Expiration and OpenSSL 1.0.2" of September 2021.
    sign: 'version:openssl-expired-root',
    written: /\bOpenSSL[ /]{0,2}(\d)\.(\d)\.(\d)[a-z]{0,2}\b/gi,
    meant: (version) => below(version, [1, 1, 0]),
  },
  {
    // ISRG Root X1 came with 8u141 (JDK-8177539), and DST Root CA X3, which vouched for it until September 2021, with 8u101.
    sign: 'version:jdk-old-roots',
    written: /\b(?:java(?:\.version|[ _-]version)?|jdk|jre|openjdk)["' =:/-]{0,6}1\.(8)\.(0)_(\d{1,3})\b/gi,
    meant: (version) => below(version, [8, 0, 141]),
  },
  {
    // Java 7 offers TLS 1.0 alone unless it is told otherwise, which Atlas has refused since 2020.
    sign: 'version:jdk-tls-1.0',
    written:
      /\b(?:java(?:\.version|[ _-]version)?|jdk|jre|openjdk)["' =:/-]{0,6}1\.([67])\.(0)(?:_(\d{1,3}))?\b/gi,
    meant: () => true,
  },
  {
    // Python before 2.7.9 verifies nothing and knows no SNI (PEP 466, PEP 476).
    sign: 'version:python-old-tls',
    written: /\bpython[ /-]{0,2}(2)\.(\d)(?:\.(\d{1,2}))?\b/gi,
    meant: (version) => below(version, [2, 7, 9]) && (version[1] !== 7 || version.length === 3),
  },
]

/** Versions of runtimes and libraries in which something changed that decides between causes: `version:jdk-old-roots`. */
export function versionSigns(text: string): readonly FoundSign[] {
  return matters.flatMap(({ sign, written, meant }) =>
    [...text.matchAll(written)].flatMap((match) => {
      const version = match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]))
      return meant(version) ? [{ sign, words: match[0], at: match.index }] : []
    }),
  )
}
