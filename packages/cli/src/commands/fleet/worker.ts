// A thread of `diagnose --targets`: examines what it is told to, many at once.
import { setMaxListeners } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'

import { isAccounted, Secret } from '@mongowhy/core'

import { LeakError } from '../../exit-status.ts'
import { keepOptionSecrets, keepSecret, scrubbed } from '../../secrets.ts'
import { examinerHere } from './examine.ts'
import { optionsIn } from './messages.ts'
import type { FromWorker, ToWorker, WorkerData } from './messages.ts'
import { Outbox } from './outbox.ts'

// Started by the pool alone, with what the pool sends.
const data = workerData as WorkerData
const options = optionsIn(data)
keepSecret(options.proxy)
keepOptionSecrets(options.driverOptions)
const examiner = examinerHere(options, data.form)
const stop = new AbortController()
setMaxListeners(0, stop.signal)
const outbox = new Outbox<FromWorker>((messages) => parentPort?.postMessage(messages))

// An error of the driver's own is in the evidence already, and ends its attempt alone.
const uncaught = (error: unknown): void => {
  if (!isAccounted(error)) throw error
}
process.on('uncaughtException', uncaught)
process.on('unhandledRejection', uncaught)

async function examine({ id, uri, source }: Extract<ToWorker, { readonly is: 'examine' }>): Promise<void> {
  try {
    const examined = await examiner.examine({ uri: new Secret(uri), source }, stop.signal)
    outbox.say({ is: 'examined', id, examined })
  } catch (error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : 'something that is no error'
    outbox.say({ is: 'failed', id, leak: error instanceof LeakError, text: scrubbed(text) })
  }
}

function heed(message: ToWorker): void {
  switch (message.is) {
    case 'examine':
      return void examine(message)
    case 'stop':
      return stop.abort(new DOMException('interrupted', 'AbortError'))
    case 'end':
      return void examiner.end().then(() => parentPort?.close())
  }
}

parentPort?.on('message', (messages: readonly ToWorker[]) => messages.forEach(heed))
