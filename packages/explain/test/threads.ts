import { readFileSync } from 'node:fs'

/** A text after a public thread, and what it says: `null` stands for "it does not decide". */
export interface Thread {
  readonly says: readonly (string | null)[]
  readonly driver: string
  readonly text: string
}

/** The texts of one file of `fixtures/threads`. */
export function threads(
  name: 'development' | 'held-out' | 'further' | 'tools' | 'samples' | 'messages' | 'others' | 'beside',
): readonly Thread[] {
  const file = readFileSync(new URL(`../fixtures/threads/${name}.txt`, import.meta.url), 'utf8')
  return file
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [head = '', ...lines] = part.split('\n')
      const [codes = '', driver = ''] = head.split(' | ')
      return {
        says: codes.split(',').map((code) => (code === '?' ? null : code)),
        driver,
        text: lines.join('\n'),
      }
    })
}
