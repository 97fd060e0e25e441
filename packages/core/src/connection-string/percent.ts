/** Decodes percent-encoding; what cannot be decoded stays as it is. Never throws. */
export function decodeLeniently(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run)
      } catch {
        return run
      }
    })
  }
}

/** As every driver decodes the query: `+` is a space. */
export function decodeQuery(text: string): string {
  return decodeLeniently(text.replaceAll('+', ' '))
}

/** The first `%` that starts no escape, or whose bytes are no UTF-8; null when all is well. */
export function badEscape(text: string): { readonly at: number; readonly undecodable: boolean } | null {
  const bare = /%(?![0-9a-f]{2})/i.exec(text)
  if (bare !== null) return { at: bare.index, undecodable: false }
  for (const run of text.matchAll(/(?:%[0-9a-f]{2})+/gi)) {
    try {
      decodeURIComponent(run[0])
    } catch {
      return { at: run.index, undecodable: true }
    }
  }
  return null
}
