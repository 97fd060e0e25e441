import type { Block } from '../support/blocks.ts'
import { breakable, element, escaped, inlineHtml } from './escape.ts'
import { ladderSvg } from './ladder.ts'
import { tableHtml } from './table.ts'
import { timingsSvg } from './timings.ts'
import { topologySvg } from './topology.ts'

export function blockHtml(block: Block): string {
  switch (block.is) {
    case 'paragraph':
      return `<p>${inlineHtml(block.text)}</p>`
    case 'points':
      return `<ul>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join('')}</ul>`
    case 'steps':
      return `<ol>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join('')}</ol>`
    case 'facts':
      return `<dl>${block.rows.map(({ name, value }) => `<dt>${breakable(name)}</dt><dd>${inlineHtml(value)}</dd>`).join('')}</dl>`
    case 'table':
      return tableHtml(block)
    case 'command':
    case 'quotation':
      return `<pre>${block.text.split('\n').map(escaped).join('\n')}</pre>`
    case 'notice':
      return noticeHtml(block)
    case 'heading':
      return `<h3>${inlineHtml(block.text)}</h3>`
    case 'ladder':
      return figure(
        ladderSvg(block.ladder),
        'The conversation that the verdict rests on. Times in milliseconds since the diagnosis began.',
      )
    case 'topology':
      return figure(
        topologySvg(block.topology),
        'The servers as they were met from here, and where the way to each ends.',
      )
    case 'timings':
      return figure(
        timingsSvg(block.timings),
        'Where the time went. Looks run side by side; red ones did not go as a connection needs it.',
      )
    case 'more':
      return moreHtml(block)
  }
}

/** On paper nothing folds: what stands for it where nothing can be folded stands there too. */
function moreHtml({ title, blocks, brief }: Extract<Block, { readonly is: 'more' }>): string {
  const content = blocks.map(blockHtml).join('')
  const folded = `<details${brief === undefined ? '' : ' class="screen"'}><summary>${escaped(title)}</summary>${content}</details>`
  if (brief === undefined) return folded
  return `${folded}<div class="paper"><h3>${escaped(title)}</h3>${brief.map(blockHtml).join('')}</div>`
}

function noticeHtml({ tone, title, text }: Extract<Block, { readonly is: 'notice' }>): string {
  const told = text.map((each) => `<p>${inlineHtml(each)}</p>`).join('')
  return element(
    'aside',
    { class: tone === 'plain' ? null : tone },
    `<strong>${inlineHtml(title)}</strong>${told}`,
  )
}

function figure(svg: string, caption: string): string {
  return `<figure>${svg}<figcaption>${caption}</figcaption></figure>`
}
