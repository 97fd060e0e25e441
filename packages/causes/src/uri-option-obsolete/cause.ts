import { cite, defineCause, firstSeen, says } from '@mongowhy/core'
import type { Cause, Evidence, Inference, Phrase } from '@mongowhy/core'

import { characterOf, overUriFaults, shown } from '../kit/uri.ts'
import type { UriLook } from '../kit/uri.ts'

interface Facts {
  readonly names: readonly string[]
}

const mechanism = 'MONGODB-CR'
const hoster = 'mlab.com'

export const cause: Cause = defineCause<Facts>({
  code: 'uri-option-obsolete',
  title: 'The string is from an older time of MongoDB',
  scope: 'target',
  explains: ['dns-host-missing'],
  infer: (evidence) => atHoster(evidence) ?? options(evidence),
  advise: ({ names }) => ({
    title: names.includes(hoster)
      ? says`The connection string leads to mLab, which has ended`
      : says`The connection string uses what MongoDB has given up: ${names.join(', ')}`,
    explanation: explanation(names),
    steps: names.map(step),
  }),
})

function options(evidence: Evidence): Inference<Facts> {
  return overUriFaults(evidence, ['obsolete'], says`nothing in the string is out of use`, (faults, look) => {
    const [first] = faults
    const names = [...new Set(faults.map(({ name }) => name))].slice(0, 8)
    return shown(look, { names }, says`${first.name} stands at character ${characterOf(first)}`, {
      // The others only make the driver warn.
      bearing: names.includes(mechanism) ? 'fault' : 'advisory',
    })
  })
}

/** The hosts that mLab gave out went with it, in the beginning of 2021. */
function atHoster(evidence: Evidence): Inference<Facts> | null {
  const look: UriLook | undefined = firstSeen(evidence, 'uri.parse')
  const host = look?.saw.hosts.find((each) => each.host.toLowerCase().endsWith(`.${hoster}`))
  if (look === undefined || host === undefined) return null
  return {
    is: 'present',
    certainty: 'certain',
    bearing: 'fault',
    facts: { names: [hoster] },
    because: [cite(look, says`the host is ${host.host}`)],
  }
}

function explanation(names: readonly string[]): Phrase {
  if (names.includes(hoster)) {
    return says`mLab became part of MongoDB, and its hosts were switched off in 2021. The data was moved to Atlas then, or is gone; the old string leads nowhere.`
  }
  return names.includes(mechanism)
    ? says`The login mechanism MONGODB-CR was removed from the server in version 4.0, and drivers refuse a string that asks for it.`
    : says`The driver still takes it and warns; a later version will refuse the string, or drop the setting without a word.`
}

function step(name: string): Phrase {
  switch (name.toLowerCase()) {
    case 'mongodb-cr':
      return says`Take authMechanism away: drivers then agree with the server on SCRAM. A server older than 3.0 must be upgraded first.`
    case 'j':
    case 'fsync':
      return says`Write journal=true for ${name}, or leave it: w=majority, the default, is journalled.`
    case 'wtimeout':
      return says`Write wTimeoutMS for ${name}.`
    case 'timeoutms':
      return says`Take ${name} away: the Node driver 7 does nothing with it. Bound single operations with maxTimeMS, and the connection with serverSelectionTimeoutMS and connectTimeoutMS.`
    case hoster:
      return says`Log in to Atlas with the account of that time and look for the cluster; its string is under Connect, Drivers.`
    default:
      return says`Take ${name} away.`
  }
}
