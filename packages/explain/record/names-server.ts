import { createSocket } from 'node:dgram'
import { createConnection, createServer } from 'node:net'

/** A resolver at port 53 of an address of its own, which is where drivers ask. */
export interface NamesServer {
  readonly address: string
  stop(): Promise<void>
}

const dnsPort = 53
const patienceMs = 5_000

/** Passes every question on to the lab's resolver; without one, answers that no name exists. Needs the right to bind port 53. */
export async function startNamesServer(upstream: string | null): Promise<NamesServer> {
  const address = `127.77.${Math.floor(Math.random() * 250) + 1}.${Math.floor(Math.random() * 250) + 1}`
  const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(upstream ?? '') ?? []
  const udp = createSocket('udp4')
  // The driver may end, and the server with it, while the lab's resolver still thinks.
  let open = true
  const answered = (answer: Buffer, port: number, to: string): void => {
    if (open) udp.send(answer, port, to)
  }
  udp.on('message', (question, from) => {
    if (upstream === null) {
      answered(noSuchName(question), from.port, from.address)
      return
    }
    const onward = createSocket(host.includes(':') ? 'udp6' : 'udp4')
    const close = (): void => void onward.close()
    const timer = setTimeout(close, patienceMs)
    onward.on('message', (answer) => {
      clearTimeout(timer)
      answered(answer, from.port, from.address)
      close()
    })
    onward.on('error', () => answered(refused(question), from.port, from.address))
    onward.connect(Number(port), host.replace(/^\[|\]$/g, ''), () => onward.send(question))
  })
  const tcp = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    if (upstream === null) {
      socket.destroy()
      return
    }
    const onward = createConnection(Number(port), host.replace(/^\[|\]$/g, ''))
    onward.on('error', () => socket.destroy())
    socket.pipe(onward).pipe(socket)
  })
  await new Promise<void>((resolve, reject) => {
    udp.once('error', reject)
    udp.bind(dnsPort, address, resolve)
  })
  await new Promise<void>((resolve) => tcp.listen(dnsPort, address, resolve))
  return {
    address,
    async stop() {
      open = false
      await new Promise<void>((resolve) => udp.close(() => resolve()))
      await new Promise<void>((resolve) => tcp.close(() => resolve()))
    },
  }
}

const noSuchName = (question: Buffer): Buffer => reply(question, 0x83)
const refused = (question: Buffer): Buffer => reply(question, 0x85)

function reply(question: Buffer, flags: number): Buffer {
  const answer = Buffer.from(question)
  answer[2] = 0x81
  answer[3] = flags
  // Only the question is repeated; what came after it (EDNS) is not.
  answer.writeUInt16BE(0, 6)
  answer.writeUInt16BE(0, 8)
  answer.writeUInt16BE(0, 10)
  let end = 12
  while (end < answer.length && answer[end] !== 0) end += (answer[end] ?? 0) + 1
  return answer.subarray(0, end + 5)
}
