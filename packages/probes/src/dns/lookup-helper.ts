import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

import type { Bound } from '../bound.ts'
import { bounded } from '../bounded.ts'
import { childEnvironment } from '../child-environment.ts'
import { bearing, lookedUpIn } from './lookup-child.ts'
import type { LookedUp } from './lookup-child.ts'

// A silent resolver keeps a thread for many seconds; so many names may wait before others are asked by processes of their own.
const mostAtOnce = 32
// Node's pool lets slow work, as this is, have half of its threads.
const threads = 2 * mostAtOnce

const script = `const dns=require('node:dns');require('node:readline').createInterface({input:process.stdin}).on('line',(name)=>
dns.lookup(name,{all:true,verbatim:true,hints:dns.ADDRCONFIG},(error,found)=>
console.log(JSON.stringify([name,error?{failed:error.code}:{addresses:found.map(({address})=>address)}]))))`

/**
 * One child process that asks `getaddrinfo` for many names: the start of a process for each would be the most of what a
 * look at many targets costs. It is killed at the end, whatever it waits for.
 */
export class LookUpHelper {
  #child: ChildProcess | null = null
  #broken = false
  readonly #asked = new Map<string, (looked: LookedUp | null) => void>()

  /** What the system makes of a name; null where the helper cannot tell, and a process of its own must be asked. */
  lookUp(name: string, bound: Bound): Promise<LookedUp | null> {
    if (this.#asked.has(name) || this.#asked.size >= mostAtOnce) return Promise.resolve(null)
    const child = this.#started()
    if (child === null) return Promise.resolve(null)
    return bounded<LookedUp | null>(
      bound,
      (done) => {
        this.#asked.set(name, done)
        child.stdin?.write(`${name}\n`)
        return () => {}
      },
      () => ({ failed: 'ETIMEOUT' }),
    )
  }

  end(): void {
    this.#broken = true
    this.#child?.kill('SIGKILL')
  }

  #started(): ChildProcess | null {
    if (this.#broken || this.#child !== null) return this.#broken ? null : this.#child
    const env = childEnvironment(bearing, { UV_THREADPOOL_SIZE: String(threads) })
    const child = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'ignore'], env })
    this.#child = child
    child.once('error', () => this.#fail())
    child.once('close', () => this.#fail())
    // With no descriptor left there are no pipes, whatever the type says; the error follows.
    const { stdin, stdout }: Partial<Pick<typeof child, 'stdin' | 'stdout'>> = child
    stdin?.on('error', () => this.#fail())
    if (stdout !== undefined) createInterface({ input: stdout }).on('line', (line) => this.#hear(line))
    return child
  }

  #hear(line: string): void {
    try {
      const said: unknown = JSON.parse(line)
      if (!Array.isArray(said) || typeof said[0] !== 'string') return
      this.#asked.get(said[0])?.(lookedUpIn(said[1]))
      this.#asked.delete(said[0])
    } catch {
      // Not a line of ours: the name that it may have been about meets its bound.
    }
  }

  #fail(): void {
    this.#broken = true
    for (const done of this.#asked.values()) done(null)
    this.#asked.clear()
  }
}
