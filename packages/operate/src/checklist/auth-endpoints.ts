import type { AppConfig, Call } from '../config/checklist-config.ts'
import { failed, notRun, passed } from './document.ts'
import type { Finding } from './document.ts'
import { AppClient, at, whyNoAnswer } from './http.ts'

/** Signs up or logs in, makes a protected call, and makes it again as a stranger, who must be refused. */
export async function checkAuthEndpoints(app: AppConfig | null, signal: AbortSignal): Promise<Finding> {
  if (app === null) return notRun('checklist.app is not configured')
  if (app.signUp === null && app.login === null) return notRun('checklist.app has neither signUp nor login')
  if (app.protected === null) return notRun('checklist.app names no protected call')
  const client = new AppClient(app, signal)
  const because: string[] = []
  try {
    const problem = await enter(client, app, because)
    if (problem !== null) return failed(problem, because)
    const found = await protects(client, app.protected, because)
    return found === null ? passed('login works, and strangers are refused', because) : failed(found, because)
  } catch (error) {
    signal.throwIfAborted()
    return failed(whyNoAnswer(error), because)
  } finally {
    if (app.signUp !== null) because.push(await cleanedUp(client, app.cleanUp))
  }
}

async function enter(client: AppClient, app: AppConfig, because: string[]): Promise<string | null> {
  let answer: unknown = null
  for (const [what, call] of [
    ['sign-up', app.signUp],
    ['login', app.login],
  ] as const) {
    if (call === null) continue
    const { status, json } = await client.call(call)
    because.push(`${what}: ${call.method} ${call.path} answered ${status}`)
    if (status < 200 || status > 299) return `the ${what} is refused`
    answer = json
  }
  if (app.token === null) return null
  const token = at(answer, app.token)
  if (typeof token !== 'string' || token === '') return `the answer has no token at ${app.token}`
  // An error about a header repeats its value, and a token is a secret.
  if (!/^[\x21-\x7e]+$/.test(token)) return `the token at ${app.token} cannot stand in a header`
  client.login(token)
  return null
}

async function protects(client: AppClient, call: Call, because: string[]): Promise<string | null> {
  const own = await client.call(call)
  because.push(`with the login: ${call.method} ${call.path} answered ${own.status}`)
  if (own.status < 200 || own.status > 299)
    return 'the protected call is refused although the login succeeded'
  for (const [who, stranger] of [
    ['without a login', client.stranger()],
    ['with a token that is none', client.stranger('mongowhy-no-token')],
  ] as const) {
    const { status } = await stranger.call(call)
    because.push(`${who}: ${call.method} ${call.path} answered ${status}`)
    if (status >= 200 && status <= 299) return `the protected call is answered ${who}`
    if (status >= 500) return `the protected call fails ${who}, where it should be refused`
  }
  return null
}

/** Never rejects: what is left behind is named. */
async function cleanedUp(client: AppClient, call: Call | null): Promise<string> {
  const left = `left behind: the account that was signed up, with ${client.random} for {random}`
  if (call === null) return left
  const status = await client.call(call).then(
    (answer) => answer.status,
    () => null,
  )
  return status !== null && status < 300 ? 'the account that was signed up was removed' : left
}
