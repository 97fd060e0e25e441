import { setTimeout as delay } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

import type { DiagnoseOptions } from '@mongowhy/core'

import { LeakError } from '../../exit-status.ts'
import type { Examined, Examiner, LineForm } from './examine.ts'
import { dataFor } from './messages.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import { Outbox } from './outbox.ts'

// Nearly everything that a diagnosis makes is garbage at its end: with less room for the young it is taken away sooner, and
// a thread keeps some 30 MB less.
const youngMb = 12
// A thread that may have gigabytes lets garbage lie. One diagnosis of a large set keeps a few megabytes.
const baseMb = 64
const eachMb = 4
// All that a thread has left to end by then are idle sockets.
const endBoundMs = 5_000

interface Asked {
  readonly resolve: (examined: Examined) => void
  readonly reject: (error: Error) => void
}

/** Diagnoses in threads of their own: of a diagnosis, most is cryptography and rules, which one thread does one by one. */
export function examinerInThreads(
  entry: URL,
  count: number,
  concurrency: number,
  options: DiagnoseOptions,
  form: LineForm,
): Examiner {
  const threads = Array.from({ length: count }, () =>
    thread(entry, baseMb + eachMb * Math.ceil(concurrency / count), options, form),
  )
  return {
    examine: (target, signal) => {
      const idlest = threads.reduce((least, each) => (each.busy() < least.busy() ? each : least))
      return idlest.examine(target.uri.reveal(), target.source, signal)
    },
    end: async () => {
      await Promise.all(threads.map((each) => each.end()))
    },
  }
}

interface Thread {
  busy(): number
  examine(uri: string, source: string, signal: AbortSignal): Promise<Examined>
  end(): Promise<void>
}

function thread(entry: URL, oldMb: number, options: DiagnoseOptions, form: LineForm): Thread {
  const asked = new Map<number, Asked>()
  let last = 0
  let broken: Error | null = null
  let ending = false
  const worker = new Worker(entry, {
    workerData: dataFor(options, form),
    resourceLimits: { maxYoungGenerationSizeMb: youngMb, maxOldGenerationSizeMb: oldMb },
  })
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const fail = (error: Error): void => {
    broken ??= error
    for (const { reject } of asked.values()) reject(broken)
    asked.clear()
  }
  worker.on('error', fail)
  worker.on('exit', () => {
    if (!ending || asked.size > 0) fail(new Error('a thread ended before its work was done'))
  })
  const heed = (message: FromWorker): void => {
    const one = asked.get(message.id)
    asked.delete(message.id)
    if (message.is === 'examined') one?.resolve(message.examined)
    else one?.reject(message.leak ? new LeakError() : new Error(message.text))
  }
  worker.on('message', (messages: readonly FromWorker[]) => messages.forEach(heed))
  const outbox = new Outbox<ToWorker>((messages) => worker.postMessage(messages))
  const stop = (): void => outbox.say({ is: 'stop' })
  return {
    busy: () => asked.size,
    examine: (uri, source, signal) =>
      new Promise((resolve, reject) => {
        if (broken !== null) {
          reject(broken)
          return
        }
        last += 1
        asked.set(last, { resolve, reject })
        // All targets of a run have one signal, which keeps a listener once.
        signal.addEventListener('abort', stop, { once: true })
        if (signal.aborted) stop()
        outbox.say({ is: 'examine', id: last, uri, source })
      }),
    end: async () => {
      ending = true
      outbox.say({ is: 'end' })
      const inTime = new AbortController()
      await Promise.race([
        ended,
        delay(endBoundMs, undefined, { signal: inTime.signal }).catch(() => {}),
      ]).finally(() => inTime.abort())
      await worker.terminate()
      if (broken !== null) throw broken
    },
  }
}
