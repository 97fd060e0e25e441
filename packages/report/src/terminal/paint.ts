/** Colours by what they mean, so that they are chosen in one place. Each wraps one line's text. */
export interface Paint {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly warning: (text: string) => string
  readonly accent: (text: string) => string
}

const plain = (text: string): string => text

function sgr(open: number, close: number): (text: string) => string {
  return (text) => (text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`)
}

/** Paint for a terminal, or none at all. */
export function painter(colour: boolean): Paint {
  if (!colour) return { bold: plain, dim: plain, good: plain, bad: plain, warning: plain, accent: plain }
  return {
    bold: sgr(1, 22),
    dim: sgr(2, 22),
    good: sgr(32, 39),
    bad: sgr(31, 39),
    warning: sgr(33, 39),
    accent: sgr(36, 39),
  }
}
