import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { linkedSource } from '../gather/guides.ts'
import type { Guide } from '../gather/guides.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { markdownHtml } from '../markdown.ts'

const picture = 'docs/demo.svg'

/** A guide, with its links to other files of the repository made links to their pages. */
export function guidePage(
  root: string,
  guide: Guide,
  guides: readonly Guide[],
  titles: ReadonlyMap<string, string>,
): Html {
  const href = (to: string): string | null => {
    const source = linkedSource(guide, to)
    const other = guides.find((each) => each.source === source)
    if (other !== undefined) return `../${other.target}`
    return source === picture && existsSync(join(root, picture)) ? '../demo.svg' : null
  }
  const code = (text: string): string | null => (titles.has(text) ? `../causes/${text}.html` : null)
  return html`<article class="prose guide">${markdownHtml(guide.markdown, { href, code })}</article>`
}
