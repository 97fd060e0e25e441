const lnFactorials: number[] = [0]

/** ln n!; the sums are kept, since a row of a thousand tries asks for each of them many times. */
function lnFactorial(n: number): number {
  for (let each = lnFactorials.length; each <= n; each += 1) {
    lnFactorials.push((lnFactorials[each - 1] ?? 0) + Math.log(each))
  }
  return lnFactorials[n] ?? 0
}

function lnChoose(n: number, k: number): number {
  return k < 0 || k > n ? -Infinity : lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k)
}

/**
 * The chance that at least `failed` of `tries` fall on one place, if all failures were spread by chance alone over this
 * place and the rest (Fisher's exact test, one-sided).
 */
export function chanceOfSoMany(
  failed: number,
  tries: number,
  rest: { readonly failed: number; readonly tries: number },
): number {
  const allFailed = failed + rest.failed
  const all = tries + rest.tries
  let chance = 0
  for (let count = failed; count <= Math.min(tries, allFailed); count += 1) {
    chance += Math.exp(
      lnChoose(tries, count) + lnChoose(rest.tries, allFailed - count) - lnChoose(all, allFailed),
    )
  }
  return Math.min(1, chance)
}

/** The chance of exactly `runs` stretches of equal results in a row of `a` of one and `b` of the other (Wald and Wolfowitz). */
function chanceOfRuns(runs: number, a: number, b: number): number {
  const half = Math.floor(runs / 2)
  const whole = lnChoose(a + b, a)
  if (runs % 2 === 0) return 2 * Math.exp(lnChoose(a - 1, half - 1) + lnChoose(b - 1, half - 1) - whole)
  return (
    Math.exp(lnChoose(a - 1, half) + lnChoose(b - 1, half - 1) - whole) +
    Math.exp(lnChoose(a - 1, half - 1) + lnChoose(b - 1, half) - whole)
  )
}

/** How likely chance alone gives so few stretches, or so many. Both 1 where every result is the same. */
export function chanceOfOrder(results: readonly boolean[]): {
  readonly soFew: number
  readonly soMany: number
} {
  const failed = results.filter((passed) => !passed).length
  const passed = results.length - failed
  if (failed === 0 || passed === 0) return { soFew: 1, soMany: 1 }
  const runs = results.reduce(
    (count, each, at) => (at > 0 && each === results[at - 1] ? count : count + 1),
    0,
  )
  let [soFew, soMany] = [0, 0]
  for (let each = 2; each <= Math.min(results.length, 2 * Math.min(failed, passed) + 1); each += 1) {
    const chance = chanceOfRuns(each, failed, passed)
    if (each <= runs) soFew += chance
    if (each >= runs) soMany += chance
  }
  return { soFew: Math.min(1, soFew), soMany: Math.min(1, soMany) }
}

const longestPeriod = 16

/** Every how many tries one fails, where exactly every n-th does and no other; null where it is not so. */
export function periodOf(results: readonly boolean[]): number | null {
  const failures = results.flatMap((passed, at) => (passed ? [] : [at]))
  const [first] = failures
  if (first === undefined || failures.length < 2) return null
  for (let period = 2; period <= longestPeriod; period += 1) {
    const expected = results.every((passed, at) => passed !== ((at - first) % period === 0))
    if (expected) return period
  }
  return null
}

/** The middle of the values; null where there is none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
