import { asDenied, clausesOf } from './negation.ts'

/**
 * What a sentence claims, where that is something that evidence may speak about. People's sentences are matched here by
 * their words, as `explain` matches drivers' texts; no verdict rests on them.
 */
export type Claim =
  | 'relaxed-works'
  | 'certificate-at-fault'
  | 'certificate-fine'
  | 'certificates-tried'
  | 'certificate-expired'
  | 'certificate-in-time'
  | 'certificate-name'
  | 'certificate-untrusted'
  | 'chain-incomplete'
  | 'server-at-fault'
  | 'client-fine'
  | 'tls-library-fine'
  | 'tls-version-fine'
  | 'cipher-fine'
  | 'tcp-works'
  | 'network-at-fault'
  | 'tls-inspected'
  | 'dns-works'
  | 'dns-at-fault'
  | 'credentials-at-fault'
  | 'credentials-fine'
  | 'access-list'
  | 'time-outs'
  | 'server-down'
  | 'server-up'
  | 'no-primary'
  | 'driver-fine'
  | 'works'
  | 'never-worked'
  | 'fails'

const bad = String.raw`(?:wrong|invalid|incorrect|bad|at fault|fault|broken|issue|problem|misconfigur\w*|incomplete|missing|expired|mismatch|cause|root cause|fail\w*)`
const works = String.raw`(?:work\w*|succe\w+|connect\w*|operational|fine|ok|resolved|viable)`
const relaxed = String.raw`(?:tls_?allow_?invalid\w*|tls_?insecure|relaxed|without (?:certificate )?(?:verification|validation)|(?:verification|validation|verify|checks?) (?:is |was |were )?(?:disabled|bypassed|off|skipped|turned off)|(?:disabl|bypass|skip|ignor)\w* (?:\w+ ){0,3}(?:verification|validation|certificates?)|rejectUnauthorized|cert_reqs|insecure)`
const excluded = String.raw`(?:eliminat\w*|ruled out|excluded|tested|verified|checked|upgrad\w*|persist\w*|did not|didn.t|no (?:effect|change|difference|help)|same (?:error|result)|even with|still|multiple|confirmed|is fine|are fine|ok)`

const recognisers: readonly (readonly [Claim, RegExp])[] = [
  [
    'relaxed-works',
    new RegExp(
      `${relaxed}[\\s\\S]{0,120}${works}|${works}[\\s\\S]{0,120}${relaxed}|workaround[\\s\\S]{0,60}${works}|${works}[\\s\\S]{0,40}workaround|until relaxed`,
      'i',
    ),
  ],
  [
    'certificate-at-fault',
    new RegExp(
      `(?:server|cluster|atlas|their)\\S*[\\s\\S]{0,60}(?:certificate|chain|intermediate|ocsp)[\\s\\S]{0,60}${bad}|(?:certificate chain|intermediate)[\\s\\S]{0,40}${bad}`,
      'i',
    ),
  ],
  [
    'certificate-fine',
    new RegExp(
      `(?:certificate|chain)s?[\\s\\S]{0,60}\\b(?:eliminat\\w*|ruled out|valid\\b(?! (?:until|till|from|to|for))|verif\\w+|fine|ok|complete|trusted)\\b|(?:eliminat\\w*|ruled out|excluded) [\\s\\S]{0,40}certificate|\\bnot (?:a |the )?certificate`,
      'i',
    ),
  ],
  [
    'chain-incomplete',
    /(?:chain|intermediate)[\s\S]{0,40}(?:incomplete|missing|not sent|left out)|(?:missing|incomplete) (?:\w+ ){0,2}(?:chain|intermediate)/i,
  ],
  [
    'certificates-tried',
    new RegExp(
      `(?:tested|tried|specif\\w+)[\\s\\S]{0,40}certificate|certificate[\\s\\S]{0,80}(?:multiple|tested|tried)|${excluded}[\\s\\S]{0,40}certificate`,
      'i',
    ),
  ],
  [
    'certificate-expired',
    /(?:certificate|cert\b|chain)[\s\S]{0,40}\b(?:expired|expiry|out of date|outdated)|expired (?:\w+ ){0,2}certificate/i,
  ],
  ['certificate-in-time', /(?:certificate|cert\b|chain)[\s\S]{0,40}\bvalid (?:until|till|from|to|for)\b/i],
  [
    'certificate-name',
    /host ?name[\s\S]{0,40}(?:mismatch|wrong|not match|n['’]?t match)|certificate[\s\S]{0,40}(?:wrong|another|different|other) (?:host|server|name)/i,
  ],
  [
    'certificate-untrusted',
    /self.?signed|(?:unknown|private|internal) (?:ca|authority|issuer)\b|(?:certificate|chain|issuer)[\s\S]{0,30}(?:un|not )trusted|\bca\b[\s\S]{0,20}(?:missing|unknown)/i,
  ],
  [
    'server-at-fault',
    new RegExp(
      `server.?side|(?:atlas|cluster|server)(?:'s)?[\\s\\S]{0,60}(?:ssl|tls)[\\s\\S]{0,60}(?:config\\w*|${bad})|(?:originates? from|caused by|is with) (?:the )?(?:mongodb )?(?:atlas|cluster|server)`,
      'i',
    ),
  ],
  [
    'client-fine',
    /(?:all|every|comprehensive|extensive)[\s\S]{0,60}(?:client|local)[\s\S]{0,60}(?:eliminat\w*|ruled out|factors|debugging|testing)|(?:client|local)(?:.side)?[\s\S]{0,40}(?:eliminat\w*|ruled out|not the (?:cause|problem))/i,
  ],
  [
    'tls-library-fine',
    new RegExp(
      `(?:openssl|libressl|boringssl|tls stack|ssl stack|ssl/tls stack|(?:python|node|java|go|ruby|php)(?:\\.js)?(?: version)?)[\\s\\S]{0,100}${excluded}|${excluded}[\\s\\S]{0,60}(?:openssl|libressl|(?:modern )?(?:ssl|tls) stack)`,
      'i',
    ),
  ],
  [
    'tls-version-fine',
    new RegExp(
      `(?:forc\\w+|tried|tested|used)[\\s\\S]{0,40}tls ?(?:v)?1\\.[0-3]|tls ?(?:v)?1\\.[0-3][\\s\\S]{0,60}${excluded}|tls versions?[\\s\\S]{0,60}${excluded}`,
      'i',
    ),
  ],
  ['cipher-fine', new RegExp(`cipher[\\s\\S]{0,60}${excluded}|${excluded}[\\s\\S]{0,40}cipher`, 'i')],
  [
    'tcp-works',
    /(?:tcp|port|network|basic|ping|telnet|nc)[\s\S]{0,40}(?:connectiv\w+|connection)[\s\S]{0,40}(?:confirm\w*|works?|ok|fine|open)|(?:port|27017)[\s\S]{0,30}(?:open|reachable)|network[\s\S]{0,30}(?:ruled out|eliminat\w*|fine)/i,
  ],
  [
    'network-at-fault',
    /firewall|network (?:is |was )?(?:block\w*|down|at fault|the (?:cause|problem))|(?:isp|proxy|vpn|router)[\s\S]{0,40}(?:block\w*|interfer\w*|fault|cause)/i,
  ],
  [
    'tls-inspected',
    /(?:proxy|firewall|vpn|anti.?virus|device|appliance|middle ?box|something)[\s\S]{0,60}(?:\btls\b|\bssl\b|inspect\w*|intercept\w*|decrypt\w*)|\b(?:tls|ssl) (?:inspection|interception)/i,
  ],
  [
    'dns-works',
    /dns[\s\S]{0,40}(?:resolv\w+|works?|ok|fine|correct|ruled out|eliminat\w*)|name resolution[\s\S]{0,30}(?:works?|ok|fine)/i,
  ],
  [
    'dns-at-fault',
    new RegExp(
      `dns[\\s\\S]{0,40}${bad}|(?:cannot|can't|could not|not) (?:be )?resolve\\w* (?:the )?(?:host|name|domain|srv)|(?:hosts?|names?|domain|srv)[\\s\\S]{0,40}\\b(?:cannot|can't|could not|not) be resolved`,
      'i',
    ),
  ],
  [
    'credentials-at-fault',
    new RegExp(
      `(?:password|credentials?|user ?name|user|login|authentication)[\\s\\S]{0,60}(?:${bad}|does ?n.t exist|not exist|reject\\w*)|bad auth`,
      'i',
    ),
  ],
  [
    'credentials-fine',
    /(?:password|credentials?)[\s\S]{0,40}(?:correct|right|verified|checked|valid\b|fine|work)/i,
  ],
  [
    'access-list',
    /(?:access|white|allow).?list\w*|network access|\bip (?:address )?(?:was |is )?(?:added|allowed|listed|white)|0\.0\.0\.0\/0/i,
  ],
  ['time-outs', /time.?outs?\b|timeout(?:ms)?\b|slow|latency/i],
  [
    'server-down',
    /(?:cluster|server|mongod|database|atlas)[\s\S]{0,40}\b(?:down|paused|offline|unavailable|outage|crash\w*|stopped)\b/i,
  ],
  [
    'server-up',
    /(?:cluster|server|mongod|database|atlas)\S*[\s\S]{0,30}\b(?:up|running|online|alive|healthy)\b/i,
  ],
  ['no-primary', /\bno primary\b|without a primary|primary[\s\S]{0,20}(?:missing|lost|down)/i],
  [
    'driver-fine',
    new RegExp(
      `(?:driver|pymongo|motor|mongoose|mongodb package)[\\s\\S]{0,80}${excluded}|(?:different|alternative|multiple)[\\s\\S]{0,20}(?:driver|pymongo|mongoose)`,
      'i',
    ),
  ],
  [
    'works',
    /(?:successful|established|fully|now) (?:connection|connect\w*|operational|works?|functional)|full (?:database )?operations|back (?:up|online)|works (?:now|again)/i,
  ],
  [
    'never-worked',
    /\bnever (?:\w+ )?(?:worked|connected|succeeded)|has(?: not|n['’]t) ever (?:worked|connected)/i,
  ],
  [
    'fails',
    /(?:complete inability|unable to|cannot|can't|could not|couldn't) (?:establish|connect)|all[\s\S]{0,40}(?:attempts|connections)[\s\S]{0,20}fail\w*|consistent(?:ly)? fail\w*|same error/i,
  ],
]

/** What a sentence claims; the more specific first. Bounded, as every expression is. */
export function claimsIn(text: string): readonly Claim[] {
  const relaxation = recognised(text).filter((claim) => claim === 'relaxed-works')
  const found = new Set([
    ...relaxation,
    ...clausesOf(text).flatMap((clause) => asDenied(recognised(clause), clause)),
  ])
  // What bypassing cures is no certificate that was found to be fine, and who blames an expired one blames no other defect.
  if (found.has('relaxed-works')) found.delete('certificate-fine')
  if (found.has('relaxed-works')) found.delete('certificates-tried')
  if (found.has('certificate-fine')) found.delete('certificates-tried')
  for (const defect of defects) if (found.has(defect)) found.delete('certificate-at-fault')
  // A firewall that looks into TLS is told by what it does there, not by whether it lets TCP through.
  if (found.has('tls-inspected')) found.delete('network-at-fault')
  if (found.has('server-down')) found.delete('server-up')
  if (found.has('never-worked')) found.delete('works')
  const order = recognisers.map(([claim]) => claim)
  return [...found].toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
}

const defects: readonly Claim[] = [
  'certificate-expired',
  'certificate-name',
  'certificate-untrusted',
  'chain-incomplete',
]

function recognised(text: string): readonly Claim[] {
  return recognisers.filter(([, words]) => words.test(text)).map(([claim]) => claim)
}

/** What a try changed, beside what it was meant to show. */
export function changesIn(text: string): readonly Change[] {
  return changes.filter(([, words]) => words.test(text)).map(([change]) => change)
}

/** Things between two tries that may differ; `relaxed` and the like are settings of the client alone. */
export type Change =
  | 'relaxed'
  | 'time-outs'
  | 'pool'
  | 'tls-version'
  | 'cipher'
  | 'library'
  | 'certificates'
  | 'access-list'
  | 'network'
  | 'cluster'
  | 'credentials'
  | 'address'

const changes: readonly (readonly [Change, RegExp])[] = [
  ['relaxed', new RegExp(relaxed, 'i')],
  ['time-outs', /time.?out/i],
  ['pool', /pool|retry/i],
  ['tls-version', /tls ?v?1\.[0-3]|tls version/i],
  ['cipher', /cipher/i],
  [
    'library',
    /(?:upgrad|install|updat|switch)\w*[\s\S]{0,60}(?:openssl|python|node|java|driver|pymongo|library)|(?:openssl|python|node|java)[\s\S]{0,30}(?:upgrad|install|updat)\w*/i,
  ],
  [
    'certificates',
    /certifi\b|ca.?file|ca bundle|certificate (?:store|specification|source)|root certificate/i,
  ],
  ['access-list', /(?:access|white|allow).?list\w*|network access|0\.0\.0\.0\/0/i],
  ['network', /vpn|proxy|hotspot|(?:an)?other network|wi-?fi|tether|mobile data/i],
  ['cluster', /(?:cluster|atlas)[\s\S]{0,40}(?:resum|restart|paus|scal|tier|upgrad|failover)\w*/i],
  ['credentials', /password|credential|user (?:was )?(?:created|reset)/i],
  ['address', /public (?:ip|address)|\bip (?:address )?changed|new ip/i],
]
