const time =
  '(?:\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)?)'

/** What collectors put before each line of a program: Compose, Kubernetes, journald, Heroku, pm2, GitHub's runner. */
const collectors: readonly RegExp[] = [
  /^[\w.-]{1,60} {1,20}\| ?/,
  new RegExp(`^${time} (?:stdout|stderr) [FP] `),
  new RegExp(`^${time} (?:app|heroku)\\[[\\w.-]{1,40}\\]: `),
  /^[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d [\w.-]{1,80} [\w./@-]{1,80}(?:\[\d{1,8}\])?: /,
  /^\d{1,4}\|[\w.-]{1,40} {1,20}\| ?/,
  new RegExp(`^${time} (?=\\s|at |File |Traceback|Caused by|\\[cause\\]|[}\\]])`),
  /^\[\d{1,5}\] (?= {2,})/,
  /^>\s(?=.)/,
]

/** A line without what a collector put before it; what the program itself wrote first (its own time, say) stays. */
export function withoutPrefix(line: string): string {
  let kept = line
  for (const prefix of collectors) kept = kept.replace(prefix, '')
  return kept
}
