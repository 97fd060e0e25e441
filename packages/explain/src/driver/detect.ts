import type { DriverName } from '@mongowhy/core'

import { canMatch } from '../match/anchors.ts'
import { signatures } from './signatures.ts'

type Named = Exclude<DriverName, 'any'>

/** The driver whose text this is; null where nothing tells. What builds on another (Mongoose, Motor, Spring) wins over it. */
export function driverOf(text: string): Named | null {
  const votes = new Map<Named, number>()
  const folded = text.toLowerCase()
  for (const { driver, shownBy, weight } of signatures) {
    if (canMatch(shownBy, folded) && shownBy.test(text)) votes.set(driver, (votes.get(driver) ?? 0) + weight)
  }
  let best: Named | null = null
  for (const [driver, weight] of votes) {
    if (best === null || weight > (votes.get(best) ?? 0)) best = driver
  }
  return best
}

const families: readonly (readonly Named[])[] = [
  ['node', 'mongoose', 'prisma', 'mongosh', 'compass', 'deno', 'bun'],
  ['pymongo', 'motor', 'mongoengine', 'django'],
  ['java', 'spring', 'kotlin', 'scala'],
  ['c', 'cpp', 'php', 'swift'],
  ['rust', 'prisma'],
  ['mongo-shell', 'mongod'],
]

/** Whether the texts of two drivers come from the same code underneath. */
export function related(one: DriverName, other: DriverName): boolean {
  if (one === other || one === 'any' || other === 'any') return true
  return families.some((family) => family.includes(one) && family.includes(other))
}
