import { html } from '../html.ts'
import type { Html } from '../html.ts'

export interface PageShell {
  readonly title: string
  /** From this page to the site's root: `` or `../`. */
  readonly base: string
  readonly main: Html
}

/** A whole page. Everything that it loads stands beside it: no other host is asked. */
export function layout({ title, base, main }: PageShell): string {
  const page = html`<!doctype html>
    <html lang="en" data-base="${base}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="${base}style.css" />
        <script src="${base}site.js" defer></script>
      </head>
      <body>
        <header>
          <a class="home" href="${base}index.html">mongowhy</a>
          <nav>
            <a href="${base}index.html#listing">Causes</a>
            <a href="${base}guides/readme.html">Guide</a>
            <a href="${base}guides/adr-readme.html">Decisions</a>
            <a href="${base}api/index.html">API</a>
            <button id="theme" type="button" title="light or dark" aria-label="Switch between light and dark">
              ◐
            </button>
          </nav>
        </header>
        <div class="find">
          <textarea
            id="search"
            rows="1"
            spellcheck="false"
            autocomplete="off"
            aria-label="Search"
            placeholder="Search, or paste an error"
          ></textarea>
          <div id="results" hidden></div>
        </div>
        <main>${main}</main>
        <footer>
          Everything on these pages comes from the cause folders of mongowhy. The search runs in your browser;
          what you paste stays there.
        </footer>
      </body>
    </html> `
  return page.html
}
