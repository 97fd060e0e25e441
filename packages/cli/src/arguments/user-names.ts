import type { UserNames } from '@mongowhy/core'

import type { Arguments } from './parse.ts'

/** Whether the names of users stay readable, which has to be asked for. */
export function userNames(given: Arguments): UserNames {
  return given.flag('show-users') ? 'kept' : 'hidden'
}
