import { redactText } from '@mongowhy/core'

/** The exit statuses of the contract. */
export const exitStatus = {
  healthy: 0,
  explained: 1,
  unexplained: 2,
  usage: 3,
  ourFault: 4,
  interrupted: 130,
} as const

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus]

/** Ctrl-C before there was anything to tell. */
export class InterruptedError extends Error {
  override readonly name: string = 'InterruptedError'
}

/**
 * Wrong usage, or input that cannot be read: the words are for the user and hold no value that could be secret. Should one
 * slip in as part of a URL after all, it is taken out.
 */
export class UsageError extends Error {
  override readonly name: string = 'UsageError'

  constructor(message: string) {
    super(redactText(message, []))
  }
}

/** What was about to be written held a secret of this run; nothing was. */
export class LeakError extends Error {
  override readonly name: string = 'LeakError'

  constructor() {
    super(
      'nothing was written: a secret of this run would have stood in it. That is a fault of mongowhy; please report it, with the form of the secret (its length and kinds of characters) and not the secret itself',
    )
  }
}
