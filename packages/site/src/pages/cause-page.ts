import type { CauseCode } from '@mongowhy/core'

import type { CauseFacts, LookAlike, Printed, Reading } from '../gather/cause.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { markdownHtml } from '../markdown.ts'
import { decides, driverWords, shownByWords } from './words.ts'

/** The page of one cause. `titles`: of every cause, so that codes become links. */
export function causePage(facts: CauseFacts, titles: ReadonlyMap<string, string>): Html {
  const { code, stage, title, shownBy, readings, page, symptoms, lookAlikes } = facts
  const link = (to: CauseCode): Html =>
    titles.has(to)
      ? html`<a href="${to}.html">${titles.get(to) ?? to}</a> <code>${to}</code>`
      : html`<code>${to}</code>`
  const toCause = (text: string): string | null => (text !== code && titles.has(text) ? `${text}.html` : null)
  // Pages name one another by their files, as it works in a repository's own view: `tcp-refused.md`.
  const toPage = (href: string): string | null => toCause(/([\w-]+)(?:\/page)?\.md$/.exec(href)?.[1] ?? '')
  const [first, ...others] = readings
  return html` <p class="crumbs"><a href="../index.html#${stage}">${stage}</a> / ${code}</p>
    <h1>${title}</h1>
    ${shownBy === null ? null : html`<p class="told">${shownByWords[shownBy]}</p>`}
    ${first === undefined ? null : reading(first)}
    ${
      others.length === 0
        ? null
        : html`<details class="variants">
            <summary>Other ways in which it reads (${others.length})</summary>
            ${others.map(reading)}
          </details>`
    }
    ${page === '' ? null : html`<section class="prose">${markdownHtml(page, { href: toPage, code: toCause })}</section>`}
    ${symptoms.length === 0 ? null : printed(symptoms)}
    ${lookAlikes.length === 0 ? null : mistaken(lookAlikes, link)} ${relations(facts, link)}
    ${facts.lab === null ? null : lab(code, facts.lab)}`
}

function reading({ title, certainty, advisory, explanation, steps, confirm }: Reading): Html {
  return html` <section class="verdict">
    <h2>
      ${title}${certainty === null ? null : html`<span class="certainty ${certainty}">${advisory ? 'advisory, ' : ''}${certainty}</span>`}
    </h2>
    <p>${explanation}</p>
    <h3>What to do</h3>
    <ol>
      ${steps.map((step) => html`<li>${step}</li>`)}
    </ol>
    ${confirm === null ? null : html`<p class="confirm"><strong>To be sure:</strong> ${confirm}</p>`}
  </section>`
}

function printed(symptoms: readonly Printed[]): Html {
  return html` <section>
    <h2>What drivers print</h2>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th>driver</th>
            <th>text</th>
            <th>how far it decides</th>
          </tr>
        </thead>
        <tbody>
          ${symptoms.map(
            ({ driver, text, certainty }) =>
              html`<tr>
                <td>${driverWords(driver)}</td>
                <td><code class="sample">${text}</code></td>
                <td>${decides[certainty]}</td>
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
  </section>`
}

function mistaken(lookAlikes: readonly LookAlike[], link: (code: CauseCode) => Html): Html {
  return html` <section>
    <h2>What looks like it and is not</h2>
    <ul class="look-alikes">
      ${lookAlikes.map(
        ({ name, really }) => html`<li>${name}${really === null ? null : html`: ${link(really)}`}</li> `,
      )}
    </ul>
  </section>`
}

function relations({ refines, explains }: CauseFacts, link: (code: CauseCode) => Html): Html | null {
  const list = (head: string, codes: readonly CauseCode[]): Html | null =>
    codes.length === 0
      ? null
      : html`<p>${head}</p>
          <ul>
            ${codes.map((each) => html`<li>${link(each)}</li>`)}
          </ul>`
  if (refines.length === 0 && explains.length === 0) return null
  return html` <section>
    <h2>How it stands to others</h2>
    ${list('It is the more exact name for what would otherwise be called', refines)}
    ${list('Where it is found, these are mere consequences of it:', explains)}
  </section>`
}

function lab(code: CauseCode, { summary, advisory }: NonNullable<CauseFacts['lab']>): Html {
  return html` <section class="lab">
    <h2>See it</h2>
    <p>
      The lab’s deployment:
      ${summary}.${advisory ? ' The target works all the same; the verdict mentions it.' : ''}
    </p>
    <pre><code>mongowhy demo ${code}     # starts it and diagnoses it
mongowhy lab ${code}      # keeps it up, for drivers and programs of one’s own</code></pre>
  </section>`
}
