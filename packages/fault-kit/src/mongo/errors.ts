import type { Fields } from './fields.ts'

/** The reply of a command that failed, as MongoDB forms it. */
export function commandError(code: number, codeName: string, errmsg: string): Fields {
  return { ok: 0, errmsg, code, codeName }
}

/** The reply of Atlas's proxies, which have one code for everything. */
export function atlasError(errmsg: string): Fields {
  return commandError(8000, 'AtlasError', errmsg)
}

export function isFailure(reply: Fields): boolean {
  return reply['ok'] === 0
}
