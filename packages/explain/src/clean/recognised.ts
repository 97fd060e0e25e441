const names = new Set(
  'ECONNREFUSED ECONNRESET ECONNABORTED ETIMEDOUT ETIMEOUT ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH EPIPE ESERVFAIL EREFUSED ENODATA'.split(
    ' ',
  ),
)

/**
 * What a text recogniser mistook in places where only one reading is possible: a zero in the name of an error, letters in
 * an address or a port. Everywhere else a letter that looks like another is left alone.
 */
export function recognised(text: string): string {
  return text
    .replace(/E[A-Z0-9_]{4,13}/g, (word) => {
      const meant = word.replaceAll('0', 'O').replaceAll('1', 'I')
      return names.has(meant) ? meant : word
    })
    .replace(/(?<![\w.])[\dlIO]{1,3}(?:\.[\dlIO]{1,3}){3}(?::[\dlIO]{2,5})?(?![\w.])/g, digits)
    .replace(/:27[0O][l1I]7\b/g, ':27017')
    .replace(/\brnongo(?=db|se|os|d\b)/gi, 'mongo')
}

function digits(address: string): string {
  return address.replace(/[lI]/g, '1').replaceAll('O', '0')
}
