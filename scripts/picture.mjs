// Draws docs/demo.svg from what `mongowhy demo` really prints, colours and all.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './sources.mjs'

const columns = 100
const lineHeight = 19
const charWidth = 8.43
const margin = 20
const palette = { 1: 'b', 2: 'd', 31: 'r', 32: 'g', 33: 'y', 36: 'c' }
const closes = { 22: ['b', 'd'], 39: ['r', 'g', 'y', 'c'] }

const { stdout, status } = spawnSync(process.execPath, [join(root, 'packages/cli/bin/mongowhy.js'), 'demo'], {
  encoding: 'utf8',
  env: { ...process.env, FORCE_COLOR: '1', NO_COLOR: '' },
})
if (status !== 0) {
  console.error(`the demo ended with ${status}; the picture is left as it was`)
  process.exit(1)
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** One line as tspans: the colours that are open are a set of classes. */
function drawn(line, y) {
  const open = new Set()
  let x = margin
  let out = ''
  // oxlint-disable-next-line no-control-regex
  for (const part of line.split(/(\u001b\[\d+m)/)) {
    // oxlint-disable-next-line no-control-regex
    const code = /^\u001b\[(\d+)m$/.exec(part)?.[1]
    if (code !== undefined) {
      if (palette[code] !== undefined) open.add(palette[code])
      for (const name of closes[code] ?? []) open.delete(name)
    } else if (part !== '') {
      const classes = open.size === 0 ? '' : ` class="${[...open].join(' ')}"`
      out += `<text x="${x.toFixed(1)}" y="${y}"${classes}>${escaped(part)}</text>`
      x += part.length * charWidth
    }
  }
  return out
}

const lines = ['\u001b[2m$\u001b[22m \u001b[1mnpm run demo\u001b[22m', '', ...stdout.trimEnd().split('\n')]
const width = Math.ceil(columns * charWidth + 2 * margin)
const height = lines.length * lineHeight + 2 * margin + 24
const body = lines
  .map((line, index) => drawn(line, margin + 24 + (index + 1) * lineHeight - 5))
  .filter((text) => text !== '')
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="A terminal session: mongowhy demo finds the fault of a broken deployment">
<style>text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#d6deeb;white-space:pre}.b{font-weight:700;fill:#fff}.d{fill:#7f8ea3}.r{fill:#ff6b6b}.g{fill:#5fd38d}.y{fill:#f2c55c}.c{fill:#6cc7f5}</style>
<rect width="${width}" height="${height}" rx="10" fill="#0f1724"/>
<circle cx="20" cy="18" r="6" fill="#ff5f57"/><circle cx="40" cy="18" r="6" fill="#febc2e"/><circle cx="60" cy="18" r="6" fill="#28c840"/>
${body.join('\n')}
</svg>
`
mkdirSync(join(root, 'docs'), { recursive: true })
writeFileSync(join(root, 'docs/demo.svg'), svg)
console.log(`docs/demo.svg: ${lines.length} lines`)
