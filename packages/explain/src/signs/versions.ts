import type { FoundSign } from './sign.ts'

type Version = readonly [number, number, number]

const nodeVersion = /\bNode(?:\.js)?[ :/]{0,2}v?(\d{2})\.(\d{1,3})\.(\d{1,3})\b/gi

// From these on, Node's c-ares (1.34.6) finds no resolver on many Windows machines and asks 127.0.0.1: nodejs/node#61400 and others.
const caresOnWindows: ReadonlyMap<number, Version> = new Map([
  [20, [20, 20, 0]],
  [22, [22, 22, 0]],
  [24, [24, 13, 0]],
  [25, [25, 3, 0]],
])

/** Versions that matter, as `version:node-resolver-on-windows`. */
export function versionSigns(text: string): readonly FoundSign[] {
  return [...text.matchAll(nodeVersion)].flatMap((match) => {
    const version: Version = [Number(match[1]), Number(match[2]), Number(match[3])]
    const from = caresOnWindows.get(version[0])
    if (from === undefined || version[1] < from[1]) return []
    return [{ sign: 'version:node-resolver-on-windows' as const, words: match[0], at: match.index }]
  })
}
