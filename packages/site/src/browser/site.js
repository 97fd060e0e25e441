// What the pages do in a browser: the search box, errors that are pasted into it, and the choice of light or dark.
import { looksLikeError, search } from './search.ts'

const base = document.documentElement.dataset.base ?? ''
const box = document.querySelector('#search')
const results = document.querySelector('#results')
const listing = document.querySelector('#listing')

/** An element with text and children. Texts are set as text: nothing that was typed becomes markup. */
function element(name, attributes, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** Loads a script of the site once. */
const loaded = new Map()
function load(file) {
  const known = loaded.get(file)
  if (known !== undefined) return known
  const loading = new Promise((resolve, reject) => {
    const script = element('script', { src: base + file })
    script.addEventListener('load', resolve)
    script.addEventListener('error', () => {
      // The next keystroke may have better luck.
      loaded.delete(file)
      reject(new Error(`${file} was not found`))
    })
    document.head.append(script)
  })
  loaded.set(file, loading)
  return loading
}

function card([url, title, stage, code], note = null) {
  const link = element(
    'a',
    { class: 'card', href: base + url },
    element('span', { class: 'stage' }, stage),
    element('strong', {}, title),
    element('code', {}, code),
  )
  if (note !== null) link.append(element('span', { class: 'note' }, note))
  return link
}

function explained(query, index) {
  const { driver, candidates, needs } = globalThis.mongowhyExplain.explain(query)
  const byCode = new Map(index.docs.map((doc) => [doc[3], doc]))
  const head = driver === null ? 'By the words of this text' : `By the words of this text (${driver})`
  const cards = candidates.flatMap(({ code, certainty, confirm }) => {
    const doc = byCode.get(code)
    return doc === undefined ? [] : [card(doc, `${certainty}. To be sure: ${confirm.replaceAll('`', '')}`)]
  })
  const more = needs === null ? [] : [element('p', { class: 'needs' }, needs)]
  if (cards.length === 0 && more.length === 0) return []
  return [element('h2', {}, head), ...cards, ...more]
}

async function show(query) {
  if (query.trim() === '') {
    results.replaceChildren()
    results.hidden = true
    if (listing !== null) listing.hidden = false
    return
  }
  await load('search-index.js')
  const index = globalThis.mongowhyIndex
  const parts = []
  if (looksLikeError(query)) {
    await load('explain.js')
    parts.push(...explained(query, index))
  }
  // What was typed meanwhile is shown by its own call.
  if (box.value !== query) return
  // Beside what the words of an error say, the pages that share words with it matter little.
  const found = search(index, query).slice(0, parts.length > 0 ? 5 : undefined)
  if (found.length > 0) parts.push(element('h2', {}, 'Pages'), ...found.map((doc) => card(doc)))
  if (parts.length === 0) {
    parts.push(
      element(
        'p',
        { class: 'needs' },
        'Nothing has these words. Fewer words, or the whole error text, find more.',
      ),
    )
  }
  results.replaceChildren(...parts)
  results.hidden = false
  if (listing !== null) listing.hidden = true
}

let typing
box?.addEventListener('input', () => {
  clearTimeout(typing)
  box.style.height = 'auto'
  box.style.height = `${Math.min(box.scrollHeight, 240)}px`
  typing = setTimeout(() => {
    show(box.value).catch((error) => {
      results.replaceChildren(element('p', { class: 'needs' }, String(error.message)))
      results.hidden = false
    })
  }, 80)
})
box?.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    box.value = ''
    box.dispatchEvent(new Event('input'))
  }
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault()
    results.querySelector('a')?.click()
  }
})
document.addEventListener('keydown', (event) => {
  const typingSomewhere = /^(?:INPUT|TEXTAREA)$/.test(document.activeElement?.tagName ?? '')
  if (event.key === '/' && !typingSomewhere) {
    event.preventDefault()
    box?.focus()
  }
})

const asked = new URLSearchParams(location.search).get('q')
if (asked !== null && box !== null) {
  box.value = asked
  box.dispatchEvent(new Event('input'))
}

const root = document.documentElement
const stored = (() => {
  try {
    return localStorage.getItem('mongowhy-theme')
  } catch {
    // A page that is opened from a file may not be allowed to keep anything.
    return null
  }
})()
if (stored === 'light' || stored === 'dark') root.dataset.theme = stored
document.querySelector('#theme')?.addEventListener('click', () => {
  const dark = root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  root.dataset.theme = dark === 'dark' ? 'light' : 'dark'
  try {
    localStorage.setItem('mongowhy-theme', root.dataset.theme)
  } catch {
    // Then the choice lasts as long as the page.
  }
})
