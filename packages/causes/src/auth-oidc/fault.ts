import { access } from 'node:fs/promises'

import { serveMongo } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

const variables = ['AZURE_FEDERATED_TOKEN_FILE', 'AWS_WEB_IDENTITY_TOKEN_FILE']
const mounted = '/var/run/secrets/kubernetes.io/serviceaccount/token'

export const fault: Fault = defineFault({
  code: 'auth-oidc',
  summary: 'a login with the token of a Kubernetes service account, outside of Kubernetes',
  certainty: 'certain',
  // Where there is a token it would be sent, to a server of the lab, but sent.
  unavailable: async () => {
    const exists = await access(mounted).then(
      () => true,
      () => false,
    )
    return exists || variables.some((name) => process.env[name] !== undefined)
      ? 'this machine has the token that the fault is the lack of'
      : null
  },
  async start() {
    const served = await serveMongo({ requireAuth: true })
    const query = 'authMechanism=MONGODB-OIDC&authMechanismProperties=ENVIRONMENT:k8s'
    return {
      uri: `mongodb://${served.host}:${served.port}/?${query}`,
      stop: () => served.stop(),
    }
  },
})
