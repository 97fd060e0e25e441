import { createServer } from 'node:net'

// Below the range from which the system takes the ports of outgoing connections, so that none of these takes the port
// between our finding it free and the server's binding it.
const lowest = 20_000
const highest = 32_000

const attempts = 50

/** A TCP port of 127.0.0.1 that nothing listens on. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest))
    if (await bindable(port)) return port
  }
  throw new Error(`no free port found in ${attempts} attempts`)
}

function bindable(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
