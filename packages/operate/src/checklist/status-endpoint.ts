import type { AppConfig } from '../config/checklist-config.ts'
import { failed, notRun, passed } from './document.ts'
import type { Finding } from './document.ts'
import { AppClient, at, whyNoAnswer } from './http.ts'

/** Whether the status endpoint answers, and what it says. */
export async function checkStatusEndpoint(app: AppConfig | null, signal: AbortSignal): Promise<Finding> {
  if (app === null) return notRun('checklist.app is not configured')
  if (app.status === null) return notRun('checklist.app names no status call')
  const { method, path } = app.status
  try {
    const { status, json } = await new AppClient(app, signal).call(app.status)
    const says: unknown = at(json, '/status')
    const because = [
      `${method} ${path} answered ${status}${typeof says === 'string' ? `, status ${says.slice(0, 40)}` : ''}`,
    ]
    if (status < 200 || status > 299) return failed('it does not say that all is well', because, codeIn(json))
    if (says === 'fail' || says === 'down' || says === 'error')
      return failed('it says that something is wrong', because, codeIn(json))
    return passed('it answers', because)
  } catch (error) {
    signal.throwIfAborted()
    return failed(whyNoAnswer(error))
  }
}

/** The cause that health+json names, where the application uses the connection library. */
function codeIn(json: unknown): string | null {
  const code = at(json, '/checks/mongodb:connection/0/output')
  return typeof code === 'string' && /^[a-z]+(-[a-z0-9]+)+$/.test(code) ? code : null
}
