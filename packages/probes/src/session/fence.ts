import type { Document, MongoClient } from 'mongodb'

import { helloFaultOf } from '../wire/index.ts'

// A set has 50 members, a seed list some more. What grows beyond this is a server that leads the driver on for ever.
const mostServers = 128

/** A server's answer that would make the official driver fail outside of any call, or never come to an end. */
export class UnreadableHello extends Error {
  override readonly name: string = 'UnreadableHello'
}

/**
 * Keeps answers from the official driver that it cannot stand; `onFault` is told of the first one, and should end the
 * attempt. Our own look at the hello judges by the same rules, but a server may answer the driver otherwise.
 */
export function fence(
  client: MongoClient,
  serialize: (document: Document) => Uint8Array,
  onFault: (fault: UnreadableHello) => void,
): void {
  client.on('serverHeartbeatSucceeded', ({ connectionId, reply }) => {
    const fault = faultOf(reply, serialize)
    if (fault === null) return
    // The driver tells its listeners of the reply before it reads it; emptied, it is one of an unknown server.
    for (const name of Object.keys(reply)) delete reply[name]
    onFault(new UnreadableHello(`the hello of ${connectionId} cannot be read: ${fault}`))
  })
  client.on('serverHeartbeatFailed', ({ failure }) => {
    // A refused hello carries its topologyVersion into the driver's picture of the deployment.
    if ('topologyVersion' in failure) delete failure.topologyVersion
  })
  client.on('topologyDescriptionChanged', ({ newDescription: { servers } }) => {
    if (servers.size > mostServers) {
      onFault(new UnreadableHello(`the members name each other without end: ${servers.size} by now`))
    }
  })
}

function faultOf(reply: Document, serialize: (document: Document) => Uint8Array): string | null {
  try {
    return helloFaultOf(serialize(reply))
  } catch {
    // The driver read it, and cannot write it: it is larger than any document may be.
    return 'it is larger than a document may be'
  }
}
