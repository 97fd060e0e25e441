/** Words that documentation, Atlas and templates leave to be filled in. Only these may be shown: others may be the real thing. */
const wellKnown = new Set([
  'password',
  'db_password',
  'dbpassword',
  'your_password',
  'yourpassword',
  'your_password_here',
  'pass',
  'pwd',
  'username',
  'db_username',
  'dbusername',
  'your_username',
  'yourusername',
  'user',
  'dbuser',
  'db_user',
  'login',
  'credentials',
  'host',
  'hostname',
  'cluster',
  'cluster_url',
  'clusterurl',
  'cluster_name',
  'clustername',
  'your_cluster',
  'your_cluster_url',
  'server',
  'ip',
  'address',
  'mongo_password',
  'mongodb_password',
  'mongo_user',
  'mongodb_user',
  'mongo_username',
  'mongodb_username',
  'mongo_host',
  'mongodb_host',
])

const wrappers = [/^<([^<>]*)>$/, /^\{\{([^{}]*)\}\}$/, /^\$\{([^{}]*)\}$/, /^\$\(([^()]*)\)$/, /^%([^%]+)%$/]

/** Whether a whole value is a placeholder by its form: `<…>`, `{{…}}`, `${…}`, `$(…)`, or `YOUR_PASSWORD_HERE` and its like. */
export function isPlaceholder(text: string): boolean {
  const inner = innerOf(text)
  if (inner !== null) return true
  return /^your[_-]?(?:pass(?:word)?|user(?:name)?)(?:[_-]?here)?$/i.test(text)
}

/** The placeholder as it may be shown: whole when its words are well known, empty when they may be the real value. */
export function placeholderWords(text: string): string {
  const inner = innerOf(text) ?? text
  const word = inner
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  return wellKnown.has(word) ||
    /^(?:(?:your|my|the|enter|insert)_)+(?:db_)?(?:pass(?:word)?|user(?:name)?)(?:_here)?$/.test(word)
    ? text
    : ''
}

function innerOf(text: string): string | null {
  if (text.length > 128) return /^<.*>$/s.test(text) ? '' : null
  for (const wrapper of wrappers) {
    const inner = wrapper.exec(text)?.[1]
    // `%…%` is how Windows writes a variable; a password may well begin and end so, unless the words are known.
    if (inner !== undefined && (wrapper !== wrappers[4] || wellKnown.has(inner.toLowerCase()))) return inner
  }
  return /^<.*>$/s.test(text) ? text.slice(1, -1) : null
}

/** A host that documentation left to be filled in: `<cluster>`, `cluster0.xxxxx.mongodb.net`. */
export function isHostPlaceholder(host: string): boolean {
  return (
    /[<>{}]/.test(host) ||
    /(?:^|\.)x{4,}\.mongodb\.net$/i.test(host) ||
    /^your[-_.]?(?:host|cluster)/i.test(host)
  )
}
