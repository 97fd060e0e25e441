// Where one error ends and the one that caused it begins. Python prints the cause first, all others last.
const causeFollows = /\bCaused by:|\[cause\]:|\breason: |\bcause: |---> |\bInner exception:|-> \[/g
const causeCameBefore =
  /During handling of the above exception, another exception occurred|The above exception was the direct cause of the following exception/g

/** Where in a text of chained errors the end of some words lies. */
export function layerAt(text: string, at: number): 'innermost' | 'wrapper' | 'only' {
  const before = [...text.matchAll(causeCameBefore)][0]
  if (before !== undefined) return at < before.index ? 'innermost' : 'wrapper'
  const after = [...text.matchAll(causeFollows)].at(-1)
  if (after === undefined) return 'only'
  return at >= after.index ? 'innermost' : 'wrapper'
}
