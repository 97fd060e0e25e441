import { symptoms } from '@mongowhy/causes/symptoms'
import type { UserNames } from '@mongowhy/core'

import { explainSieved } from './engine.ts'
import type { Explanation } from './explanation.ts'
import { Sieve } from './read/sieve.ts'

/** The causes that an error text or a log of any driver speaks for. Pure; no network; bounded by the input's length. */
export function explain(text: string, users: UserNames = 'hidden'): Explanation {
  const sieve = new Sieve()
  sieve.push(text)
  return explainSieved(sieve, symptoms, users)
}
