import { absent, cite, defineCause, firstSeen, listed, says, together, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { answered, effective } from '../kit/deployment.ts'

interface Facts {
  /** `unknown`: no driver has it; `not-shared`: the server has none of them. */
  readonly is: 'unknown' | 'not-shared'
  readonly asked: readonly string[]
  readonly wrong: readonly string[]
}

const known: ReadonlySet<string> = new Set(['snappy', 'zlib', 'zstd'])
const shown = 6

export const cause: Cause = defineCause<Facts>({
  code: 'wire-compressor',
  title: 'The compression that is asked for cannot be had',
  scope: 'target',
  refines: ['uri-option-value'],
  infer: (evidence) => {
    const uri = firstSeen(evidence, 'uri.parse')
    const asked = effective(evidence)?.compressors
    if (uri === undefined || asked === undefined) return unknown()
    if (asked.length === 0) return absent(cite(uri, says`no compression is asked for`))
    const wrong = asked.filter((name) => !known.has(name)).slice(0, shown)
    if (wrong.length > 0) {
      return {
        is: 'present',
        certainty: 'certain',
        bearing: 'fault',
        facts: { is: 'unknown', asked: asked.slice(0, shown), wrong },
        because: [
          cite(uri, together(says`compressors asks for`, listed(wrong), says`, which no driver has`)),
        ],
      }
    }
    const reply = answered(evidence, null)
    if (reply === undefined) return unknown()
    const shared = reply.hello.compression.filter((name) => asked.includes(name))
    if (shared.length > 0) {
      return absent(cite(reply.look, together(says`the server has`, listed(shared), says`as well`)))
    }
    return {
      is: 'present',
      certainty: 'certain',
      // Without a compressor in common both sides talk uncompressed.
      bearing: 'advisory',
      facts: { is: 'not-shared', asked: asked.slice(0, shown), wrong: [] },
      because: [
        cite(
          reply.look,
          together(says`offered`, listed(asked.slice(0, shown)), says`, the server took no compression`),
        ),
      ],
    }
  },
  advise: ({ is, asked, wrong }) =>
    is === 'unknown'
      ? {
          title: together(says`There is no compressor named`, listed(wrong)),
          explanation: says`Drivers know snappy, zlib and zstd. The official Node.js driver refuses the whole connection string for another name; others warn and go on uncompressed.`,
          steps: [
            says`Write compressors=zstd,snappy,zlib, those that you want of them, or leave the option out.`,
          ],
        }
      : {
          title: together(
            says`The connection is not compressed, although`,
            listed(asked),
            says`was asked for`,
          ),
          explanation: says`The server has none of these compressors, so nothing is compressed. Everything works, with more bytes on the way.`,
          steps: [
            says`On the server: net.compression.compressors lists what it takes (snappy,zstd,zlib by default; "disabled" switches all off).`,
            says`In the application: snappy and zstd need a package beside the driver (snappy and @mongodb-js/zstd for Node.js, python-snappy and zstandard for Python); without it some drivers leave them out in silence.`,
          ],
        },
})
