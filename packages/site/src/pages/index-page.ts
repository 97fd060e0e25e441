import { stages } from '@mongowhy/core'
import type { Stage } from '@mongowhy/core'

import type { CauseFacts } from '../gather/cause.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { stageWords } from './stage-words.ts'

/** The first page: what there is, in the order in which a connection meets it. */
export function indexPage(causes: readonly CauseFacts[]): Html {
  const shown = causes.filter(({ lab }) => lab !== null).length
  return html` <section class="hero">
      <h1>Why can’t I connect to MongoDB?</h1>
      <p>
        ${causes.length} causes, in the order in which a connection meets them. Each has the words of its
        verdict, what drivers print, what it is mistaken for, and how to confirm it by hand. ${shown} can be
        shown on one’s own machine: <code>mongowhy demo CODE</code>.
      </p>
    </section>
    <div id="listing">
      ${byStage(causes).map(
        ([stage, own]) =>
          html` <section class="stage-list">
            <h2 id="${stage}">${stage}<small>${stageWords[stage]}</small></h2>
            <ul>
              ${own.map(
                ({ code, title }) =>
                  html`<li>
                    <a href="causes/${code}.html">${title}<code>${code}</code></a>
                  </li> `,
              )}
            </ul>
          </section>`,
      )}
    </div>`
}

/** The stages in the order of a connection, with their causes. */
function byStage(
  causes: readonly CauseFacts[],
): readonly (readonly [stage: Stage, causes: readonly CauseFacts[]])[] {
  return stages.flatMap((stage) => {
    const own = causes.filter((cause) => cause.stage === stage)
    return own.length === 0 ? [] : [[stage, own] as const]
  })
}
