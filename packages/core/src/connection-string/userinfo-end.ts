import { optionNamed } from './option-table.ts'
import { authorityEnd } from './part.ts'

/**
 * The index of the `@` that ends the user name and password; -1 when there are none.
 *
 * A person who did not escape a password meant the last `@` before the host. An `@` further on still counts, since what
 * looks like a path or an option may be the password's: only inside the value of an option is it taken for what it is.
 * Linear in the length.
 */
export function userinfoEnd(body: string): number {
  const firstEnd = authorityEnd(body, 0)
  let chosen = firstEnd === 0 ? -1 : body.lastIndexOf('@', firstEnd - 1)
  let excused = -1
  let named: boolean | null = null
  let pair = -1
  let equals = -1
  let judged = -1
  let mayHold = false
  for (let index = firstEnd; index < body.length; index += 1) {
    switch (body.charCodeAt(index)) {
      case 0x3f: // ?
        pair = index + 1
        equals = -1
        break
      case 0x26: // &
        if (pair !== -1) pair = index + 1
        equals = -1
        break
      case 0x3d: // =
        if (pair !== -1 && equals === -1) equals = index
        break
      case 0x40: // @
        if (equals !== -1 && equals - pair <= 48) {
          if (judged !== pair) {
            const name = body.slice(pair, equals)
            mayHold =
              mayHoldAt(name) || (/^[a-z]\w{2,}$/i.test(name) && (named ??= namesHosts(body, chosen + 1)))
            judged = pair
          }
          if (mayHold) {
            excused = index
            break
          }
        }
        chosen = index
        named = null
        pair = -1
        equals = -1
        break
    }
  }
  // An option's value is no excuse where what would be the host can be none.
  return excused > chosen && !couldBeHosts(body, chosen + 1) ? excused : chosen
}

const atInValue = new Set(['text', 'list'])

function mayHoldAt(name: string): boolean {
  const option = optionNamed(name)
  return option !== undefined && atInValue.has(option.type)
}

function hostsFrom(body: string, from: number): readonly string[] {
  return body.slice(from, authorityEnd(body, from)).split(',')
}

/** Whether a list could be one of hosts: names with or without a numeric port. */
function couldBeHosts(body: string, from: number): boolean {
  return hostsFrom(body, from).every((host) => /^(?:\[[^\]]*\]|[^\s:[\]&=]*)(?::-?\d*)?$/.test(host))
}

/** Whether a list can hardly be anything but hosts: with a domain, a port, or an address. */
function namesHosts(body: string, from: number): boolean {
  return hostsFrom(body, from).every((host) =>
    /^(?:\[[0-9a-f:.]+\]|localhost|(?:[\w-]+\.)+(?:[a-z]{2,}|\d+)|[\w.-]+(?=:\d))(?::\d{1,5})?$/i.test(host),
  )
}
