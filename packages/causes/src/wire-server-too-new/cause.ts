import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause, Endpoint } from '@mongowhy/core'

import { answered } from '../kit/deployment.ts'
import { bearingAt } from '../kit/reach.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly minWireVersion: number
}

// The official driver 7.9 refuses a server whose lowest version lies above this (its MAX_SUPPORTED_WIRE_VERSION).
const highestWireVersion = 29
const highestRelease = '9.0'

export const cause: Cause = defineCause<Facts>({
  code: 'wire-server-too-new',
  title: 'The server is too new for the driver',
  scope: 'endpoint',
  explains: ['topology-no-primary'],
  infer: (evidence, at) => {
    const reply = answered(evidence, at)
    if (reply === undefined) return unknown()
    const { minWireVersion } = reply.hello
    const said = cite(reply.look, says`its hello names ${minWireVersion} as the lowest wire version`)
    if (minWireVersion <= highestWireVersion) return absent(said)
    return {
      is: 'present',
      certainty: 'certain',
      bearing: bearingAt(evidence, at),
      facts: { endpoint: at ?? '', minWireVersion },
      because: [said],
    }
  },
  advise: ({ endpoint, minWireVersion }) => ({
    title: says`${endpoint} is too new for this driver`,
    explanation: says`It speaks no wire version below ${minWireVersion}. The official Node.js driver 7.9 knows versions up to ${highestWireVersion} (MongoDB ${highestRelease}) and closes the connection after the first answer.`,
    steps: [
      says`Upgrade the driver to a release that knows this server: https://www.mongodb.com/docs/drivers/compatibility/ lists them.`,
      says`MongoDB's own server has answered drivers of every age so far, so look at what answers as well: a proxy, an emulator or a test server may report a version of its own making.`,
    ],
  }),
})
