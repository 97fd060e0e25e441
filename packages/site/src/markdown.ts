import { escapedMarkup } from '@mongowhy/core'
import { Marked, Renderer } from 'marked'

import { raw } from './html.ts'
import type { Html } from './html.ts'

export interface MarkdownLinks {
  /** Where a link leads in the site; null: to nothing that is in it, so that its words stand alone. */
  readonly href: (href: string) => string | null
  /** Where a code in backticks leads; null: nowhere. */
  readonly code: (text: string) => string | null
}

const elsewhere = /^(?:https?:|mailto:|#)/

/** Our own Markdown as HTML. Raw HTML in it is shown as text; codes of causes become links. */
export function markdownHtml(markdown: string, links: MarkdownLinks): Html {
  const marked = new Marked({ gfm: true, async: false })
  marked.use({
    renderer: {
      html: ({ text }) => escapedMarkup(text),
      codespan: ({ text }) => {
        const target = links.code(text)
        const code = `<code>${escapedMarkup(text)}</code>`
        return target === null ? code : `<a href="${escapedMarkup(target)}">${code}</a>`
      },
      link({ href, tokens }) {
        const target = elsewhere.test(href) ? href : links.href(href)
        const words = this.parser.parseInline(tokens)
        return target === null ? words : `<a href="${escapedMarkup(target)}">${words}</a>`
      },
      image: ({ href, text }) => {
        const target = links.href(href)
        return target === null
          ? escapedMarkup(text)
          : `<img src="${escapedMarkup(target)}" alt="${escapedMarkup(text)}">`
      },
      table(token) {
        // A wide table scrolls by itself, not the page.
        return `<div class="wide">${Renderer.prototype.table.call(this, token)}</div>`
      },
    },
  })
  const text = marked.parse(markdown)
  if (typeof text !== 'string') throw new TypeError('Markdown is rendered at once')
  return raw(text)
}
