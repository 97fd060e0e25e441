import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

import type { ScramConversation } from './auth/scram.ts'
import type { KnownUser } from './auth/users.ts'
import type { Privilege } from './options.ts'

/** A login that has begun, by what the client must send next. */
export type OpenLogin =
  | {
      readonly awaits: 'proof'
      readonly scram: ScramConversation
      readonly user: KnownUser | null
      readonly skipEmptyExchange: boolean
    }
  /** The proof held; it only has to acknowledge ours. */
  | { readonly awaits: 'acknowledgement'; readonly user: KnownUser }
  /** A signed question for AWS. */
  | { readonly awaits: 'identity' }

/** What the server keeps of one connection. */
export class Session {
  readonly id: number
  readonly socket: Socket
  login: OpenLogin | null = null
  #users: KnownUser[] = []

  constructor(id: number, socket: Socket) {
    this.id = id
    this.socket = socket
  }

  get secure(): boolean {
    return this.socket instanceof TLSSocket
  }

  /** Node's types do not have it: the name in the client's hello, or false. */
  get servername(): string | null {
    const { socket } = this
    if (!(socket instanceof TLSSocket) || !('servername' in socket)) return null
    return typeof socket.servername === 'string' ? socket.servername : null
  }

  get users(): readonly KnownUser[] {
    return this.#users
  }

  get privileges(): readonly Privilege[] {
    return this.#users.flatMap(({ privileges }) => privileges)
  }

  enter(user: KnownUser): void {
    this.#users = [...this.#users.filter(({ db }) => db !== user.db), user]
  }

  leave(): void {
    this.#users = []
  }
}
