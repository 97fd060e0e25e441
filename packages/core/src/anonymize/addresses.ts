import { isLoopback } from '../endpoint.ts'

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const ipv4 = new RegExp(`(?<![\\w.-])(?:${octet}\\.){3}${octet}(?![\\w-]|\\.\\d)`, 'g')
const ipv6 =
  /(?<![\w:.])(?=[\da-f]{0,4}:[\da-f]{0,4}:)[\da-f:]{2,39}(?:(?<=:)(?:\d{1,3}\.){3}\d{1,3})?(?:%[\w.-]{1,32})?(?![\w:]|\.\d)/gi

/** Replaces every address in a text; `numbered` gives an address its number. Loopback and unspecified ones say nothing. */
export function withoutAddresses(text: string, numbered: (address: string) => number): string {
  return text
    .replace(ipv6, (found) =>
      isIpv6(found) && !isOpen(found) ? cover6(found, numbered(found.toLowerCase())) : found,
    )
    .replace(ipv4, (found) => (isOpen(found) ? found : cover4(found, numbered(found))))
}

function isOpen(address: string): boolean {
  return isLoopback(address) || ['0.0.0.0', '::', '255.255.255.255'].includes(address)
}

/** Eight groups, or fewer and `::`. A time of day or a fingerprint is neither. */
function isIpv6(text: string): boolean {
  const bare = text.replace(/%.*$/, '')
  const halves = bare.split('::')
  if (halves.length > 2 || /:::|^:[^:]|[^:]:$/.test(bare)) return false
  const groups = bare.split(':').filter((group) => group !== '')
  const count = groups.length + (bare.includes('.') ? 1 : 0)
  return (
    groups.every((group) => group.length <= 4 || group.includes('.')) &&
    (halves.length === 2 ? count < 8 : count === 8)
  )
}

/** What kind of address it is stays readable: private ones keep the part that makes them so. */
function cover4(address: string, number: number): string {
  const [a = 0, b = 0] = address.split('.').map(Number)
  if (a === 10) return `10.x.x.${number}`
  if (a === 172 && b >= 16 && b < 32) return `172.16.x.${number}`
  if (a === 192 && b === 168) return `192.168.x.${number}`
  if (a === 169 && b === 254) return `169.254.x.${number}`
  if (a === 100 && b >= 64 && b < 128) return `100.64.x.${number}`
  return `x.x.x.${number}`
}

function cover6(address: string, number: number): string {
  const bare = address.toLowerCase()
  if (/^::ffff:\d+\./.test(bare)) return `::ffff:${cover4(bare.slice('::ffff:'.length), number)}`
  if (/^f[cd]/.test(bare)) return `fdxx::x:${number}`
  if (/^fe[89ab]/.test(bare)) return `fe80::x:${number}`
  return `2xxx::x:${number}`
}
