const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const iso = /\b(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s?(Z|UTC|[+-]\d\d:?\d\d)?)?/i
const american = new RegExp(
  `\\b(${months.join('|')})[a-z]{0,7}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`,
  'i',
)
const european = new RegExp(`\\b(\\d{1,2})\\.? (${months.join('|')})[a-z]{0,7}\\.?,? (\\d{4})\\b`, 'i')

/** The first date in a text, with its time of day where it has one, as ISO 8601; null where there is none. */
export function whenIn(text: string): { readonly at: string; readonly written: string } | null {
  const exact = iso.exec(text)
  if (exact !== null) {
    const [written, day = '', time, zone] = exact
    const at = time === undefined ? day : `${day}T${time}${zoneOf(zone)}`
    return Number.isNaN(Date.parse(at)) ? null : { at, written }
  }
  const named = american.exec(text)
  if (named !== null) return dated(named[0], named[3], named[1], named[2])
  const other = european.exec(text)
  return other === null ? null : dated(other[0], other[3], other[2], other[1])
}

/** Without a zone it is the writer's own, and nobody knows which: UTC, as everything here. */
function zoneOf(zone: string | undefined): string {
  if (zone === undefined || /^(?:z|utc)$/i.test(zone)) return 'Z'
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
}

function dated(
  written: string,
  year = '',
  month = '',
  day = '',
): { readonly at: string; readonly written: string } | null {
  const number = months.indexOf(month.toLowerCase()) + 1
  const at = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  return Number.isNaN(Date.parse(at)) ? null : { at, written }
}
