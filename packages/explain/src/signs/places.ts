import type { SignRule } from './sign.ts'

/** Where the program runs, as far as the text shows. */
export const placeRules: readonly SignRule[] = [
  {
    sign: 'os:windows',
    shownBy:
      /\b[A-Za-z]:\\+(?:Users|Program|Windows|\w+\\+)|\[WinError|WSAE[A-Z]{3}|\bwin32\b|\bWindows (?:10|11|Server)\b|PS [A-Z]:\\/,
  },
  {
    sign: 'os:mac',
    shownBy:
      /\/Users\/[\w.-]{1,60}\/|\/opt\/homebrew\/|\bmacOS\b|\bDarwin\b|\/Library\/Frameworks\/Python\.framework/,
  },
  {
    sign: 'in:container',
    shownBy:
      /\bdocker\b|\bcontainer\b|docker-compose|\/usr\/src\/app\b|(?:^|[\s("'])\/app\/|\bkubernetes\b|\bkubectl\b|\bk8s\b|\bpod\b|\.svc\.cluster\.local|(?:^|\n)[\w.-]{1,40}[-_]1 +\| |host\.docker\.internal|Dockerfile|\bpodman\b/im,
  },
  {
    sign: 'in:serverless',
    shownBy:
      /\/var\/task\/|\bAWS Lambda\b|\blambda\b|\bvercel\b|\bnetlify\b|\bcloud functions?\b|Task timed out after|FUNCTION_INVOCATION_TIMEOUT|\bserverless\b|\bcloud run\b/i,
  },
  {
    sign: 'in:edge',
    shownBy: /\bedge runtime\b|\bmiddleware\.(?:ts|js)\b|\bworkerd\b|Cloudflare Workers?|\bwrangler\b/i,
  },
  {
    sign: 'runtime:bun',
    shownBy: /\bBun v?\d|\bbun (?:run|install|dev)\b|oven-sh\/bun|\bbun:/,
  },
  { sign: 'runtime:deno', shownBy: /\bDeno\b|ext:deno_|npm:mongodb@|https:\/\/deno\.land\// },
  { sign: 'runtime:electron', shownBy: /\bElectron\b|OPENSSL_internal|tls_record\.cc/ },
]
