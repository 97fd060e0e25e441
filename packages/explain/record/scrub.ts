import { homedir } from 'node:os'

const checkout = new URL('../../..', import.meta.url).pathname.replace(/\/$/, '')

// Frames that are kept of each stack: the first ones name the driver and the library, the rest is the way there.
const framesKept = 4
// Spring names each frame's file too, and tells the same stack twice.
const framesKeptOfSpring = 2

/** What a driver printed, without what belongs to the machine that recorded, and with short stacks. `places`: folders of the recording. */
export function scrub(text: string, places: readonly string[]): string {
  const own = [...places, checkout].reduce((kept, place) => kept.replaceAll(place, '/home/ada/app'), text)
  return alikeTwice(shortStacks(withoutMachine(own)))
    .replaceAll(homedir(), '/home/ada')
    .replace(/\/tmp\/[\w./-]*?([\w-]+\.\w+)\b/g, '/tmp/lab/$1')
    .replace(/[ \t]+$/gm, '')
}

/** A driver tells the server about its surroundings, and some log that: the kernel, and the container that was recorded in. Its codecs are no news either. */
function withoutMachine(text: string): string {
  return text
    .replace(/, "env": \{"container": \{[^{}]{0,80}\}\}/g, '')
    .replace(/codecProviders=\[[^\]\n]{0,2000}\]/g, 'codecProviders=[ValueCodecProvider{}]')
    .replace(/("architecture": "[^"]{1,20}", "version": ")[^"]{1,60}"/g, '$16.1.0"')
}

/** A monitor that tries again and again logs the same each time: twice shows that. */
function alikeTwice(text: string): string {
  const times = new Map<string, number>()
  return text
    .split('\n')
    .filter((line) => {
      if (!logLine.test(line)) return true
      const shape = line.replace(/[\d.]+/g, '#')
      times.set(shape, (times.get(shape) ?? 0) + 1)
      return (times.get(shape) ?? 0) <= 2
    })
    .join('\n')
}

const logLine = /^[DIWEF], \[\d{4}-/

/** Stacks of Java, Perl and Ruby, cut as Java and Ruby cut them: `... 12 more`, ` ... 12 levels...`. */
function shortStacks(text: string): string {
  const kept: string[] = []
  let frames: string[] = []
  for (const line of text.split('\n')) {
    if (frame.test(line)) {
      frames.push(line)
      continue
    }
    const more = frames.length === 0 ? undefined : cutAlready.exec(line)?.[1]
    kept.push(...shortened(frames, Number(more ?? 0)))
    frames = []
    if (more === undefined) kept.push(line)
  }
  return [...kept, ...shortened(frames, 0)].join('\n')
}

const frame = /^\t(?:\S.* called at \S+ line \d+$|at \S.*\)(?: ~?\[[^\]]*\])?$|from \S+:\d+:in )/
const cutAlready = /^\t\.\.\. (\d+) (?:more|common frames omitted)$/

function shortened(frames: readonly string[], cutBefore: number): readonly string[] {
  const [first = ''] = frames
  const most = / ~\[[^\]]*\]$/.test(first) ? framesKeptOfSpring : framesKept
  const cut = Math.max(0, frames.length - most) + cutBefore
  const rest = first.startsWith('\tfrom ') ? `\t ... ${cut} levels...` : `\t... ${cut} more`
  return cut === 0 ? frames : [...frames.slice(0, most), rest]
}
