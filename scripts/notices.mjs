// The licences of the packages that are bundled.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One text with the name, version and licence of every package that a module of the bundle belongs to. */
export function notices(moduleIds) {
  const folders = new Set()
  for (const id of moduleIds) {
    const folder = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(
      id.replace(/^\0/, ''),
    )?.[1]
    if (folder !== undefined) folders.add(folder)
  }
  const texts = [...folders]
    .sort((a, b) => a.localeCompare(b))
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
      const text =
        file !== undefined && existsSync(join(folder, file))
          ? readFileSync(join(folder, file), 'utf8')
          : `Licence: ${license}`
      return `${name} ${version} (${license})\n\n${text.trim()}\n`
    })
  return `mongowhy contains these packages, under their own licences.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`
}
