import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'

/** A Markdown file of the repository that becomes a page. */
export interface Guide {
  /** Where it stands in the repository: `docs/adr/README.md`. */
  readonly source: string
  /** Where its page stands in the site: `guides/adr-readme.html`. */
  readonly target: string
  readonly title: string
  readonly markdown: string
}

const topLevel = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md']

/** The guides of the repository at `root`: the files that one reads first, and everything under `docs`. */
export function gatherGuides(root: string): readonly Guide[] {
  const sources = [
    ...topLevel.filter((name) => existsSync(join(root, name))),
    ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', name))
      .toSorted(),
  ]
  return sources.map((source) => {
    const markdown = readFileSync(join(root, source), 'utf8')
    const title = /^# (.+)$/m.exec(markdown)?.[1] ?? basename(source, '.md')
    return { source, target: targetOf(source), title, markdown }
  })
}

function targetOf(source: string): string {
  const name = source
    .replace(/^docs\//, '')
    .replace(/\.md$/, '')
    .replaceAll(/[^\w]+/g, '-')
    .toLowerCase()
  return `guides/${name}.html`
}

/** What a link in a guide leads to, by its place in the repository; null: elsewhere. */
export function linkedSource(guide: Guide, href: string): string | null {
  if (/^[a-z]+:|^#|^\//.test(href)) return null
  return relative('.', join(dirname(guide.source), href.replace(/#.*$/, '')))
}
