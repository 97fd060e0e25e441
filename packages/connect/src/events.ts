import type { CauseCode } from '@mongowhy/core'

/** What happens to a connection, for those who want to know at once. Holds no secret and no values of documents. */
export type ConnectEvent =
  | { readonly type: 'connected'; readonly index: number; readonly readOnly: boolean }
  | { readonly type: 'retrying'; readonly code: CauseCode | 'unexplained'; readonly afterMs: number }
  /** The server in use cannot be reached any more, or is back. */
  | { readonly type: 'lost'; readonly index: number; readonly code: CauseCode | 'unexplained' }
  | { readonly type: 'restored'; readonly index: number }
  /** The driver did not see that the server is back; its client was opened anew, and handles in hand go on. */
  | { readonly type: 'renewed'; readonly index: number }
  | {
      readonly type: 'fallback'
      readonly index: number
      readonly readOnly: boolean
      readonly code: CauseCode | 'unexplained'
    }
  | { readonly type: 'returned'; readonly index: 0 }
  | { readonly type: 'relaxed-tls'; readonly reason: string; readonly until: string }
  | { readonly type: 'credential-in-source'; readonly place: string }
  | { readonly type: 'certificate-expiry'; readonly file: string; readonly notAfter: string }
  | {
      readonly type: 'slow-command' | 'failed-command'
      readonly command: string
      readonly tookMs: number
      readonly code: number | null
    }
  | { readonly type: 'closed' }
