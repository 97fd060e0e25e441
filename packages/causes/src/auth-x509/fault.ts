import { authority, serveMongo, temporaryFile } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { labHost } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'auth-x509',
  summary: 'a client certificate that the server trusts, and no user with its name',
  certainty: 'certain',
  async start() {
    const root = authority()
    const client = root.issue({ commonName: 'reports', purpose: 'client' })
    const server = await serveMongo({
      users: [{ name: 'CN=billing', mechanisms: ['MONGODB-X509'] }],
      tls: {
        issued: root.issue({ names: [labHost] }),
        requestClientCertificate: { ca: root.certificatePem, required: true },
      },
    })
    const ca = await temporaryFile('ca.pem', root.certificatePem)
    const key = await temporaryFile('client.pem', `${client.certificatePem}${client.keyPem}`)
    const query = new URLSearchParams({
      tls: 'true',
      tlsCAFile: ca.path,
      tlsCertificateKeyFile: key.path,
      authMechanism: 'MONGODB-X509',
    })
    return {
      uri: `mongodb://${labHost}:${server.port}/?${query.toString()}`,
      options: { resolve: [{ host: labHost, port: server.port, address: '127.0.0.1' }] },
      stop: async () => {
        await Promise.all([server.stop(), ca.remove(), key.remove()])
      },
    }
  },
})
