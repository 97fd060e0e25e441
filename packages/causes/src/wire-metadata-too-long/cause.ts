import { absent, cite, defineCause, firstSeen, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Evidence, Inference } from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'

type Facts =
  { readonly is: 'app-name'; readonly bytes: number } | { readonly is: 'refused'; readonly code: number }

// The handshake specification: the application's name in UTF-8, and the whole document as BSON.
const longestName = 128
const longestDocument = 512

/** ClientMetadataMissingField, AppNameTooLarge, DocumentTooLarge, CannotBeMutated. */
const codes: readonly number[] = [183, 184, 185, 186]

export const cause: Cause = defineCause<Facts>({
  code: 'wire-metadata-too-long',
  title: 'What the client says of itself is too long',
  scope: 'target',
  infer: (evidence) => {
    const uri = firstSeen(evidence, 'uri.parse')
    const options = effective(evidence)
    if (uri === undefined || options === undefined) return unknown()
    const refused = refusal(evidence)
    if (refused !== null) return refused
    const name = Buffer.byteLength(options.appName ?? '')
    if (name <= longestName) return absent(cite(uri, says`the application's name has ${name} bytes`))
    return {
      is: 'present',
      certainty: 'certain',
      // The Node.js driver cuts it to the limit and connects.
      bearing: 'advisory',
      facts: { is: 'app-name', bytes: name },
      because: [cite(uri, says`appName has ${name} bytes; the limit is ${longestName}`)],
    }
  },
  advise: (facts) => {
    switch (facts.is) {
      case 'app-name':
        return {
          title: says`The application's name is too long: ${facts.bytes} bytes, where ${longestName} are allowed`,
          explanation: says`appName travels to the server with the first message. The Node.js driver cuts it short in silence; PyMongo, Java and others refuse the option, and a server refuses a longer one with code 184.`,
          steps: [says`Shorten appName to ${longestName} bytes. Letters beyond ASCII count two to four.`],
        }
      case 'refused':
        return {
          title: says`The server refuses what the client says of itself (code ${facts.code})`,
          explanation: says`The first message carries the application's name (at most ${longestName} bytes) and a document about the client (at most ${longestDocument}). The server says that one of them does not hold.`,
          steps: [
            says`Shorten appName in the connection string, and driverInfo in code.`,
            says`If both are short: a proxy may add to the first message, or merge the messages of several clients into one connection.`,
          ],
        }
    }
  },
})

function refusal(evidence: Evidence): Inference<Facts> | null {
  const hello = seenBy(evidence, 'wire.hello').find(
    ({ saw }) => saw.outcome.is === 'error' && codes.includes(saw.outcome.code ?? 0),
  )
  const driver = seenBy(evidence, 'driver.connect').find(
    ({ saw }) => saw.outcome.is === 'failed' && codes.includes(saw.outcome.error.code ?? 0),
  )
  const code =
    hello?.saw.outcome.is === 'error'
      ? hello.saw.outcome.code
      : driver?.saw.outcome.is === 'failed'
        ? driver.saw.outcome.error.code
        : null
  const look = hello ?? driver
  if (look === undefined || code === null) return null
  return {
    is: 'present',
    certainty: 'certain',
    bearing: 'fault',
    facts: { is: 'refused', code },
    because: [cite(look, says`the server refused the first message with code ${code}`)],
  }
}
