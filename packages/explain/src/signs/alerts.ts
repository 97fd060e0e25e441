import type { Sign } from '@mongowhy/core'

import type { FoundSign } from './sign.ts'

/** TLS alerts by number (RFC 8446, section 6, and its predecessors), with the words that TLS libraries use for them. */
const alerts: readonly (readonly [number: number, names: string])[] = [
  [10, 'unexpected[ _]message'],
  [20, 'bad[ _]record[ _](?:mac|MAC)'],
  [22, 'record[ _]overflow'],
  [40, 'handshake[ _]failure'],
  [42, 'bad[ _]certificate(?![ _]status)'],
  [43, 'unsupported[ _]certificate'],
  [44, 'certificate[ _]revoked|revoked[ _]certificate'],
  [45, 'certificate[ _]expired|expired[ _]certificate'],
  [46, 'certificate[ _]unknown|unknown[ _]certificate(?![ _]authority)'],
  [47, 'illegal[ _]parameter'],
  [48, 'unknown[ _]ca|unknown[ _]certificate[ _]authority'],
  [49, 'access[ _]denied'],
  [50, 'decode[ _]error|error[ _]decoding[ _]message'],
  [51, 'decrypt[ _]error|error[ _]decrypting[ _]message'],
  [70, '(?:bad[ _])?protocol[ _]version(?:[ _]not[ _]supported)?'],
  [71, 'insufficient[ _]security(?:[ _]level)?'],
  [80, 'internal[ _]error'],
  [86, 'inappropriate[ _]fallback'],
  [112, 'unrecogni[sz]ed[ _]name'],
  [116, 'certificate[ _]required'],
  [120, 'no[ _]application[ _]protocol'],
]

/** What a TLS library writes before the name of an alert that the peer sent. */
const heard =
  /(?:(?:sslv3|tlsv1|tlsv13|ssl\/tls)[ _]alert[ _]|TLSV1[ _](?=UNRECOGNIZED)|(?:received|got) (?:a )?(?:fatal )?(?:TLS )?alert:? |fatal alert: |fatal,? (?:description = )?(?=[A-Z]{2})|remote error: tls: |TLS alert[ ,:]+|AlertReceived\(|AppleCrypto\+SslException: |alert[ _]received:? ?|received (?:SERVER|CLIENT) ALERT: (?:Fatal|Warning) - )['"]?/

const named: readonly (readonly [number: number, expression: RegExp])[] = alerts.map(([number, names]) => [
  number,
  new RegExp(`${heard.source}(?:${names.replaceAll('[ _]', '[ _]?')})`, 'i'),
])

// OpenSSL 3 and BoringSSL put library 20 or 16 and reason 1000 + alert into one number; OpenSSL 1 put a function between.
const packed = [
  /(?:^|[^0-9A-Fa-f])0A0([0-9A-F]{5})(?=:|$|[^0-9A-Fa-f])/gi,
  /(?:error:|[^0-9A-Fa-f])100([0-9A-F]{5})(?=:)/gi,
  /error:14[0-9A-F]{3}([0-9A-F]{3})(?=:)/gi,
]

// Apple's SecureTransport (SecureTransport.h): peers' alerts by their own numbers.
const apple: ReadonlyMap<string, number> = new Map([
  ['9820', 10],
  ['9821', 20],
  ['9824', 40],
  ['9825', 42],
  ['9826', 43],
  ['9827', 44],
  ['9828', 45],
  ['9829', 46],
  ['9830', 47],
  ['9831', 48],
  ['9832', 49],
  ['9833', 50],
  ['9834', 51],
  ['9836', 70],
  ['9837', 71],
  ['9838', 80],
])

const numbers = new Set(alerts.map(([number]) => number))

/** The TLS alerts that a text tells of, whatever library wrote it; each once. */
export function alertsIn(text: string): readonly FoundSign[] {
  return [...byNumber(text), ...byCode(text), ...byName(text), ...byApple(text)]
}

const signOf = (alert: number): Sign => `alert:${alert}`

function byNumber(text: string): readonly FoundSign[] {
  return [...text.matchAll(/(?:SSL )?alert number (\d{1,3})\b/gi)].map((match) => ({
    sign: signOf(Number(match[1])),
    words: match[0],
    at: match.index,
  }))
}

function byCode(text: string): readonly FoundSign[] {
  return packed.flatMap((expression) =>
    [...text.matchAll(expression)].flatMap((match) => {
      const alert = Number.parseInt(match[1] ?? '', 16) - 1000
      return numbers.has(alert) ? [{ sign: signOf(alert), words: match[0].trim(), at: match.index }] : []
    }),
  )
}

function byName(text: string): readonly FoundSign[] {
  // The names alone are everyday words; without one of these no library spoke.
  if (!/alert|remote error: tls|AppleCrypto/i.test(text)) return []
  return named.flatMap(([number, expression]) => {
    const match = expression.exec(text)
    return match === null ? [] : [{ sign: signOf(number), words: match[0], at: match.index }]
  })
}

function byApple(text: string): readonly FoundSign[] {
  return [...text.matchAll(/(?:^|[^\d])-(98[23]\d)\b/g)].flatMap((match) => {
    const alert = apple.get(match[1] ?? '')
    return alert === undefined ? [] : [{ sign: signOf(alert), words: `-${match[1]}`, at: match.index }]
  })
}
