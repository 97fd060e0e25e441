import { defineExperiment } from '@mongowhy/core'
import type { Endpoint, Evidence, Experiment } from '@mongowhy/core'

import { answeredIn } from '../tls.ts'
import type { HandshakeLook } from '../tls.ts'
import { handshakes } from '../deployment.ts'

export const shortAnswer = 'a hello whose answer is short'

/** Twenty bytes shorter, which no way cares about: only who reads the name tells it from the ordinary one. */
export const withoutName = 'a hello without the server name'

/** A suite without encryption that no server takes (TLS_RSA_WITH_NULL_MD5): its answer is an alert of seven bytes. */
const refusedBySuite: readonly number[] = [0x0001]

/**
 * Where a server keeps silent upon the TLS hello: an ordinary hello against one that differs in what it offers alone, so
 * that a server answers it with seven bytes in place of a certificate chain of several packets; and against one that names
 * no server.
 */
export const helloSizeExperiment: Experiment = defineExperiment({
  name: 'hello-size',
  probe: 'tls.hello',
  plan(evidence, at) {
    const look = silentHandshake(evidence, at)
    if (look === undefined) return null
    const { address, servername } = look.saw
    const unnamed = { variant: withoutName, vary: { address, servername: null } }
    return {
      control: { address },
      variations: [
        { variant: shortAnswer, vary: { address, versions: [0x0303], ciphers: refusedBySuite } },
        ...(servername === null ? [] : [unnamed]),
      ],
    }
  },
  label: ({ outcome }) => (outcome.is === 'silent' ? 'silence' : 'an answer'),
})

/** The driver's handshake that a peer which does not answer without TLS left without an end. */
export function silentHandshake(evidence: Evidence, at: Endpoint): HandshakeLook | undefined {
  return handshakes(evidence, at).find(
    ({ saw }) => saw.outcome.is === 'silent' && answeredIn(evidence, at, 'plain', saw.address) === undefined,
  )
}
