import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause, Endpoint } from '@mongowhy/core'

import { answered } from '../kit/deployment.ts'
import { bearingAt } from '../kit/reach.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly maxWireVersion: number
}

// The official driver 7.9 refuses anything below (its MIN_SUPPORTED_WIRE_VERSION).
const leastWireVersion = 9
const leastRelease = '4.4'

// By wire version, as the server's wire_version.h has them; 1 was a development release's alone.
const releases = ['2.4', '2.5', '2.6', '3.0', '3.2', '3.4', '3.6', '4.0', '4.2']

export const cause: Cause = defineCause<Facts>({
  code: 'wire-server-too-old',
  title: 'The server is too old for the driver',
  scope: 'endpoint',
  explains: ['topology-no-primary'],
  infer: (evidence, at) => {
    const reply = answered(evidence, at)
    if (reply === undefined) return unknown()
    const { maxWireVersion } = reply.hello
    const said = cite(reply.look, says`its hello names ${maxWireVersion} as the highest wire version`)
    if (maxWireVersion >= leastWireVersion) return absent(said)
    return {
      is: 'present',
      certainty: 'certain',
      bearing: bearingAt(evidence, at),
      facts: { endpoint: at ?? '', maxWireVersion },
      because: [said],
    }
  },
  advise: ({ endpoint, maxWireVersion }) => ({
    title: says`${endpoint} is too old for the current drivers`,
    explanation: says`It speaks wire version ${maxWireVersion} at most, as MongoDB ${releases[maxWireVersion] ?? leastRelease} does. The official Node.js driver 7 needs ${leastWireVersion} (MongoDB ${leastRelease}) and closes the connection after the first answer.`,
    steps: [
      says`Upgrade the server to a supported release, one major version at a time: https://www.mongodb.com/docs/manual/release-notes/`,
      says`Until then, use the driver release that still speaks to it: https://www.mongodb.com/docs/drivers/compatibility/ lists them. Pin it in package.json or requirements.txt.`,
      says`If the server is newer than it says: a stand-in (a proxy, an emulator, an in-memory test server) may answer in its place; see its own settings for the version that it reports.`,
    ],
    operator: [
      says`\`mongod --version\` at ${endpoint}, and \`featureCompatibilityVersion\`: the way to a supported release, one major version at a time.`,
    ],
  }),
})
