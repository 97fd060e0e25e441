import {
  absent,
  cite,
  defineCause,
  endpointParts,
  firstSeen,
  isLoopback,
  says,
  unknown,
} from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { bearingAt, citeTcp, reachOf } from '../kit/reach.ts'

interface Facts {
  readonly host: string
  readonly port: number
  readonly container: string
}

// Whoever writes another port has a server of his own choice in mind, here or in another container: no more is known then.
const usualPorts: readonly (number | null)[] = [27017, 27018, 27019]

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-container-loopback',
  title: 'localhost means the container itself',
  scope: 'endpoint',
  refines: ['tcp-refused'],
  infer(evidence, at) {
    const machine = firstSeen(evidence, 'env.host')
    if (at === null || machine === undefined) return unknown()
    const { container } = machine.saw
    if (container === null) return absent(cite(machine, says`this program runs in no container`))
    const { host, port } = endpointParts(at)
    const { open, refused } = reachOf(evidence, at)
    const [works] = open
    if (works !== undefined) return absent(citeTcp(works))
    const [first, ...rest] = refused
    if (first === undefined || port === null || !isLoopback(host) || !usualPorts.includes(port))
      return unknown()
    return {
      is: 'present',
      certainty: 'likely',
      bearing: bearingAt(evidence, at),
      facts: { host, port, container },
      because: [
        citeTcp(first),
        ...rest.map(citeTcp),
        cite(
          machine,
          container === 'other'
            ? says`this program runs in a container`
            : says`this program runs in a container (${container})`,
        ),
      ],
    }
  },
  advise: ({ host, port, container }) => ({
    title: says`${host} is this container itself, and no MongoDB listens in it`,
    explanation: says`This program runs in a container, and inside one ${host} means the container, not the machine that it runs on. Port ${port} is closed here. A MongoDB on the machine or in another container has to be reached by another name.`,
    steps:
      container === 'kubernetes'
        ? [
            says`Use the name of the service: mongodb://SERVICE.NAMESPACE.svc.cluster.local:${port}/ (kubectl get service).`,
            says`If MongoDB should run in this same pod, look at its container: kubectl logs POD -c CONTAINER.`,
          ]
        : [
            says`MongoDB in another container: put both on one network and use its name: mongodb://SERVICE:27017/. In Compose the name of the service is enough.`,
            says`MongoDB on the machine itself: mongodb://host.docker.internal:${port}/ (on Linux start the container with --add-host=host.docker.internal:host-gateway), and let mongod listen there, not on 127.0.0.1 alone.`,
            says`MongoDB in this container: it is not running; start it, and wait until it listens.`,
          ],
    confirm: says`On the machine itself, outside the container: nc -vz 127.0.0.1 ${port}. Open there: the container is the reason. Refused there too: MongoDB is not running.`,
  }),
})
