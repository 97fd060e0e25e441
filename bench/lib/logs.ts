/** The same numbers in every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function lines(bytes: number, line: (at: number) => string): string {
  const made: string[] = []
  let size = 0
  for (let at = 0; size < bytes; at += 1) {
    const next = `${line(at)}\n`
    made.push(next)
    size += next.length
  }
  return made.join('')
}

const time = (at: number): string => new Date(1_790_000_000_000 + at * 20).toISOString()

/** The log of an application that is used a lot and fails now and then. */
export function quietLog(bytes: number): string {
  const chance = random(1)
  const some = (most: number): number => Math.floor(chance() * most)
  return lines(bytes, (at) => {
    const kind = chance()
    if (kind < 0.9)
      return `${time(at)} INFO  [http-nio-8080-exec-${some(20)}] c.e.shop.OrderController : GET /api/orders/${some(1e6)} 200 ${some(300)}ms user=${some(9_999)}`
    if (kind < 0.99)
      return `{"level":30,"time":${1_790_000_000_000 + at},"pid":1,"hostname":"web-${some(7)}","msg":"request completed","url":"/cart/${some(1e6)}","status":200,"db":"mongodb"}`
    return `${time(at)} ERROR [pool-${some(9)}] org.mongodb.driver.cluster : Exception in monitor thread while connecting to server db.example.com:27017
com.mongodb.MongoSocketReadTimeoutException: Timeout while receiving message
\tat com.mongodb.internal.connection.SocketStream.read(SocketStream.java:116)
Caused by: java.net.SocketTimeoutException: Read timed out
\tat java.base/sun.nio.ch.NioSocketImpl.timedRead(NioSocketImpl.java:288)`
  })
}

/** The worst case: every line tells of trouble, and no two have the same shape. */
export function errorsAlone(bytes: number): string {
  const chance = random(2)
  const letters = (): string =>
    Array.from({ length: 20 }, () => String.fromCharCode(97 + Math.floor(chance() * 26))).join('')
  return lines(
    bytes,
    (at) =>
      `${time(at)} ERROR [w${at % 9}] MongoServerSelectionError: connect ECONNREFUSED 10.0.${at % 256}.${at % 199}:27017 request ${letters()}`,
  )
}
