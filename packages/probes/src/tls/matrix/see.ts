import { endpointParts, hostKind } from '@mongowhy/core'
import type { Endpoint, HelloAnswerSighting, TlsMatrixSighting } from '@mongowhy/core'

import type { Bound } from '../../bound.ts'
import { dial } from '../../dial.ts'
import type { ApproachSettings } from '../../settings.ts'
import { usualGroups, usualSignatures } from '../raw/offers.ts'
import { sendHello } from '../raw/send.ts'
import { explore } from './explore.ts'
import type { Choice } from './explore.ts'
import { limited } from './limit.ts'

// A server that limits connections is not to be what is measured; more at a time would hardly be faster either.
const atATime = 16
// DSA with SHA-1 and SHA-2, for suites that nobody offers by default any more.
const signatures: readonly number[] = [...usualSignatures, 0x0402, 0x0302, 0x0202]

/** The whole matrix of versions and suites of one address. Each hello is bounded; the matrix ends with the signal. */
export async function seeMatrix(
  settings: ApproachSettings,
  endpoint: Endpoint,
  address: string,
  bound: Bound,
): Promise<TlsMatrixSighting> {
  const { host } = endpointParts(endpoint)
  const servername = hostKind(host) === 'name' ? host : null
  const inTurn = limited(atATime)
  const once = async (version: number, ciphers: readonly number[]): Promise<HelloAnswerSighting | null> => {
    const { socket } = await dial(settings, endpoint, address, bound)
    if (socket === null) return null
    try {
      const vary = { address, versions: [version], ciphers, groups: usualGroups, signatures }
      return await sendHello(socket, servername, vary, bound)
    } finally {
      socket.destroy()
    }
  }
  const found = await explore((version, ciphers) =>
    inTurn(async () => {
      bound.signal.throwIfAborted()
      // One lost connection must not be taken for a refusal.
      return choiceIn((await once(version, ciphers)) ?? (await once(version, ciphers)))
    }),
  )
  return { address, servername, ...found }
}

const numbers: Readonly<Record<string, number>> = {
  SSLv3: 0x0300,
  TLSv1: 0x0301,
  'TLSv1.1': 0x0302,
  'TLSv1.2': 0x0303,
  'TLSv1.3': 0x0304,
}

function choiceIn(answer: HelloAnswerSighting | null): Choice {
  switch (answer?.outcome.is) {
    case undefined:
    case 'silent':
      return { is: 'unanswered' }
    case 'server-hello':
      return { is: 'chosen', suite: answer.outcome.cipher, version: numbers[answer.outcome.version] ?? 0 }
    case 'alert':
    case 'closed':
    case 'reset':
    case 'not-tls':
      return { is: 'refused' }
  }
}
