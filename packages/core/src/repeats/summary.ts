import type { Endpoint } from '../endpoint.ts'
import type { Evidence, SeenLook } from '../evidence.ts'
import { trialsOf } from '../evidence.ts'
import type { PathStep, WalkSighting } from '../sightings/index.ts'
import { clustersIn } from './clusters.ts'
import type { Cluster } from './clusters.ts'
import { median } from './statistics.ts'

/** The experiment's name in the evidence. */
export const repetition = 'repeat'

/** Walks of one path at the same time, where one after the other went through: the name of that experiment. */
export const burst = 'burst'

const steps: readonly PathStep[] = ['tcp', 'proxy', 'tls', 'wire']

/** One step of a path, over all repetitions. */
export interface RepeatedStep {
  readonly step: PathStep
  /** How often the step was reached, and how often it went well. */
  readonly tries: number
  readonly passed: number
  readonly medianMs: number | null
  readonly longestMs: number | null
}

/** One address of one member, over all repetitions. */
export interface RepeatedPlace {
  readonly endpoint: Endpoint
  readonly address: string
  readonly tries: number
  readonly passed: number
  readonly steps: readonly RepeatedStep[]
  readonly failures: readonly { readonly step: PathStep; readonly how: string; readonly count: number }[]
  /** How many servers answered that tell themselves apart. */
  readonly servers: number
  /** In the order of the rounds, which the clusters are found by. */
  readonly results: readonly boolean[]
}

/** The whole way of the driver, login and a read included, over all repetitions. */
export interface RepeatedDriver {
  readonly tries: number
  readonly passed: number
  readonly medianMs: number | null
  readonly failures: readonly { readonly phase: string; readonly message: string; readonly count: number }[]
}

export interface Repeats {
  /** Rounds that were asked for, or made unasked where the driver contradicted our looks, and that there was time for. */
  readonly asked: number
  readonly rounds: number
  readonly places: readonly RepeatedPlace[]
  readonly driver: RepeatedDriver | null
  readonly clusters: readonly Cluster[]
}

/** What a repetition found; null where nothing was repeated. Pure. */
export function repeatsIn(evidence: Evidence): Repeats | null {
  const walks = trialsOf(evidence, repetition, 'path.walk').filter((look) => look.status === 'seen')
  const tries = trialsOf(evidence, repetition, 'driver.try').filter((look) => look.status === 'seen')
  if (walks.length === 0 && tries.length === 0) return null
  const places = placesOf(walks)
  const rounds = [...walks, ...tries].reduce((most, { ask }) => Math.max(most, ask.trial?.round ?? 0), 0)
  return {
    asked: Math.max(evidence.options.repeat ?? 0, rounds),
    rounds,
    places,
    driver: tries.length === 0 ? null : driverOf(tries),
    clusters: clustersIn(places),
  }
}

/** Whether a repetition found something that comes and goes: a place that both fails and passes, or a driver that fails. */
export function comesAndGoes({ places, driver }: Repeats): boolean {
  return (
    places.some(({ tries, passed }) => passed > 0 && passed < tries) ||
    (driver !== null && driver.passed < driver.tries)
  )
}

function placesOf(walks: readonly SeenLook<'path.walk'>[]): readonly RepeatedPlace[] {
  const groups = new Map<string, SeenLook<'path.walk'>[]>()
  for (const look of walks) {
    const key = `${look.ask.endpoint ?? ''} ${look.saw.address}`
    groups.set(key, [...(groups.get(key) ?? []), look])
  }
  return [...groups.values()].map(placeOf)
}

function placeOf(walks: readonly SeenLook<'path.walk'>[]): RepeatedPlace {
  const inOrder = walks.toSorted((a, b) => (a.ask.trial?.round ?? 0) - (b.ask.trial?.round ?? 0))
  const saw = inOrder.map((look) => look.saw)
  const failures = new Map<string, { step: PathStep; how: string; count: number }>()
  for (const { failed } of saw) {
    if (failed === null) continue
    const key = `${failed.step} ${failed.how}`
    const before = failures.get(key)
    if (before === undefined) failures.set(key, { ...failed, count: 1 })
    else before.count += 1
  }
  return {
    endpoint: inOrder[0]?.ask.endpoint ?? '',
    address: saw[0]?.address ?? '',
    tries: saw.length,
    passed: saw.filter(({ failed }) => failed === null).length,
    steps: steps.flatMap((step) => stepOf(step, saw)),
    failures: [...failures.values()].toSorted((a, b) => b.count - a.count),
    servers: new Set(saw.flatMap(({ server }) => server ?? [])).size,
    results: saw.map(({ failed }) => failed === null),
  }
}

function stepOf(step: PathStep, saw: readonly WalkSighting[]): readonly RepeatedStep[] {
  const reached = saw.filter(({ tookMs }) => tookMs[step] !== undefined)
  if (reached.length === 0) return []
  const passed = reached.filter(({ failed }) => failed?.step !== step)
  const took = passed.flatMap(({ tookMs }) => tookMs[step] ?? [])
  return [
    {
      step,
      tries: reached.length,
      passed: passed.length,
      medianMs: median(took),
      longestMs: took.length === 0 ? null : Math.max(...took),
    },
  ]
}

function driverOf(tries: readonly SeenLook<'driver.try'>[]): RepeatedDriver {
  const failures = new Map<string, { phase: string; message: string; count: number }>()
  for (const { saw } of tries) {
    if (saw.outcome.is !== 'failed') continue
    const { phase, error } = saw.outcome
    const before = failures.get(`${phase} ${error.message}`)
    if (before === undefined)
      failures.set(`${phase} ${error.message}`, { phase, message: error.message, count: 1 })
    else before.count += 1
  }
  return {
    tries: tries.length,
    passed: tries.filter(({ saw }) => saw.outcome.is === 'worked').length,
    medianMs: median(tries.flatMap(({ saw }) => saw.connectMs ?? [])),
    failures: [...failures.values()],
  }
}
