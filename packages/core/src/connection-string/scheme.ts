import type { UriFault } from '../sightings/index.ts'

export interface SchemeReading {
  readonly scheme: 'mongodb' | 'mongodb+srv' | null
  /** What a person meant, where the scheme cannot stay as it is. */
  readonly meant: 'mongodb' | 'mongodb+srv'
  /** Where the part after `://` begins and ends. */
  readonly from: number
  readonly to: number
  readonly faults: readonly UriFault[]
}

type SchemeFault = Extract<UriFault, { kind: 'scheme' }>

const quotes = '"\'`\u2018\u2019\u201c\u201d\u00ab\u00bb'
const byteOrderMark = '\ufeff'

/** Reads the scheme, and finds it where something stands before it: a quote, a space, a byte-order mark, other letters. */
export function readScheme(text: string): SchemeReading {
  const to = endOf(text)
  const start = text.slice(0, 512)
  const found = /mongodb(\+srv)?:\/\//i.exec(start)
  if (found !== null && !/[@]|:\/\//.test(start.slice(0, found.index))) {
    const lead = start.slice(0, found.index)
    const exact = found[0] === found[0].toLowerCase()
    const meant = found[1] === undefined ? 'mongodb' : 'mongodb+srv'
    const faults: SchemeFault[] = []
    if (lead !== '') faults.push(leadFault(lead))
    else if (!exact) {
      faults.push({ kind: 'scheme', offset: 0, length: found[0].length, found: found[0], problem: 'case' })
    }
    const from = found.index + found[0].length
    return {
      scheme: exact && lead === '' ? meant : null,
      meant,
      from,
      to: withoutQuote(text, lead, from, to),
      faults,
    }
  }
  // A misspelt or foreign scheme may be shown; what merely has a colon may be a user name and must not.
  const other = /^\s*(?:[a-z][a-z0-9+.-]{0,15}:\/\/|mongo[a-z+]{0,8}(?::\/{0,2}|\/{1,2})(?=[^:@]))/i.exec(
    start,
  )
  const from = other?.[0].length ?? 0
  const name = other?.[0].trim() ?? ''
  return {
    scheme: null,
    meant: /srv/i.test(name) ? 'mongodb+srv' : 'mongodb',
    from,
    to,
    faults: [
      { kind: 'scheme', offset: 0, length: from, found: name, problem: other === null ? 'missing' : 'other' },
    ],
  }
}

function leadFault(lead: string): SchemeFault {
  const first = lead.charAt(0)
  const problem = quotes.includes(first)
    ? 'quote'
    : first === byteOrderMark
      ? 'bom'
      : /\s/.test(first)
        ? 'space'
        : 'other'
  // `MONGODB_URI=` copied along with its value is worth showing; anything else may be a secret.
  const found = problem === 'quote' ? first : /^(?:export |set )?\w{1,40}=["']?$/.test(lead) ? lead : ''
  return { kind: 'scheme', offset: 0, length: lead.length, found, problem }
}

/** White space at the end is dropped: what reads a file or a pipe leaves it there, and no driver minds a newline. */
function endOf(text: string): number {
  let to = text.length
  while (to > 0 && /\s/.test(text.charAt(to - 1))) to -= 1
  return to
}

/** The closing quote belongs to the opening one, not to the last option. */
function withoutQuote(text: string, lead: string, from: number, to: number): number {
  const opened = lead.split('').some((char) => quotes.includes(char))
  return opened && to > from && quotes.includes(text.charAt(to - 1)) ? to - 1 : to
}
