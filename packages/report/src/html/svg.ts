import { element, escaped } from './escape.ts'

/** A drawing with its text alternative; the content is SVG already. Sizes in the drawing's own units. */
export function drawing(
  id: string,
  width: number,
  height: number,
  title: string,
  alternative: string,
  content: string,
): string {
  const label = `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-text">${escaped(alternative)}</desc>`
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-text`,
    },
    label + content,
  )
}

export function text(
  x: number,
  y: number,
  said: string,
  classes = '',
  anchor: 'start' | 'middle' | 'end' = 'start',
): string {
  return element(
    'text',
    {
      x: round(x),
      y: round(y),
      class: classes === '' ? null : classes,
      'text-anchor': anchor === 'start' ? null : anchor,
    },
    escaped(said),
  )
}

export function line(x1: number, y1: number, x2: number, y2: number, classes: string): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" class="${classes}"/>`
}

/** The head of an arrow, that points to the right or to the left. */
export function arrowHead(x: number, y: number, to: 'right' | 'left', classes: string): string {
  const back = to === 'right' ? x - 7 : x + 7
  return `<path d="M${round(x)} ${round(y)}L${round(back)} ${round(y - 3.5)}V${round(y + 3.5)}Z" class="${classes}"/>`
}

/** Monospaced letters of 12 units are this wide; what does not fit is cut. */
const letter = 7.3

export function fitting(said: string, room: number): string {
  const most = Math.max(1, Math.floor(room / letter))
  return said.length <= most ? said : `${said.slice(0, most - 1)}…`
}

export function wide(said: string): number {
  return said.length * letter
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
