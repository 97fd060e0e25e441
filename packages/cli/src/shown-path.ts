import { visible } from '@mongowhy/core'

const urlLike = /^\s*[a-z][a-z0-9+.-]*:\/\//i

/** Whether what should name a file is a connection string that slipped into its place. */
export function isUrl(path: string): boolean {
  return urlLike.test(path)
}

/** A path as a message may name it: one that looks like a URL may hold a password and is not repeated. */
export function shownPath(path: string): string {
  return isUrl(path) ? 'what was given in place of a file' : visible(path.slice(0, 4_096))
}
