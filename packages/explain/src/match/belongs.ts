import { canMatch } from './anchors.ts'

const ours =
  /mongo|bson|\b270(?:1[5-9]|2[01])\b|\bdocdb\b|\bcosmos\b|ServerSelection|\bquerySrv\b|AtlasError/i

/** What others than MongoDB are called. */
export const others: RegExp =
  /\bredis\b|\bioredis\b|:6379\b|\bpostgres|\bpsycopg|:5432\b|\bmysql|\bmariadb\b|:3306\b|\bkafka\b|:9092\b|\brabbitmq\b|\bamqp|:5672\b|\belasticsearch\b|:9200\b|\bmemcached\b|:11211\b|\bsmtp\b|\bnodemailer\b|\bAxiosError\b|\bfetch failed\b|\bsqlserver\b|:1433\b|\bcassandra\b|:9042\b|\bzookeeper\b|:2181\b|\bnpm ERR!|\bnpm error\b|\bpip install\b|\bHTTPS?ConnectionPool\b|\bhttpx\.[A-Z]|\bhttpcore\.|\brequests\.exceptions\b|\baiohttp\.client|\burllib3\b|\bcurl: \(\d+\)|\bwget: |\bping: |\bupstream: "|\bpika\.|\bACCESS_REFUSED\b|\bError response from daemon\b|\bnet\/http: |\bfatal: unable to access\b|\bssh: |\bSQLSTATE\b|\bORA-\d{5}\b|\bio\.lettuce\b|\bjedis\b|\bHikariPool\b|\bHttpRequestException\b|\bokhttp|\bgrpc\b|\bNATS\b|\bopensearch\b|\betcd\b|\bclickhouse\b|\bneo4j\b|\binfluxdb\b|\bcouchdb\b|\bldap_\w+|\bldap3\.|\bRequest failed with status code|\bE(?:CONN\w{2,8}|TIMEDOUT|HOSTUNREACH|NETUNREACH) \S{1,60}:(?:25|465|587|22|21|80|443|8080|3000)\b|@elastic\b|\bKafkaJS|\bbotocore\b|\bFirebaseError\b|\bapt-get\b|\b(?:Get|Post|Put|Head) "https?:|\bport 22\b|\bremote repository\b|\baerospike|\bWRONGPASS\b|\bNOAUTH\b|\brpc error: code =|\bjava\.net\.http\.|\borg\.apache\.http\.|\bis not authorized to perform: (?!sts:)|\bjwt\.exceptions\b|\bJsonWebTokenError\b|\bTokenExpiredError\b|node_modules[/\\](?:pg|pg-pool|pg-promise|mysql2?|mariadb|redis|ioredis|tedious|axios|got|node-fetch|undici|amqplib|nodemailer|knex|sequelize)[/\\]|\bPostgrex\b|\bPG::[A-Z]|\bnginx: \[|\bMyXQL\b|\bTypeORMError\b|\bSequelize\w{0,20}Error\b/i

// Lines about fetching something of MongoDB's name: a package, an image, a binary.
const fetching =
  /\bnpm (?:ERR!|error) (?:network|errno|code|syscall|request to|type)\b|\b(?:repo|fastdl|downloads)\.mongodb\.|\bDownloadError\b|\bCould not fetch URL\b|\bFailed to (?:pull image|fetch https?:)|\bAuthentication failed for 'https?:|\bregistry\.npmjs\.|\bhost='pypi\.org'|https?:\/\/(?:\w{1,20}\.)?(?:pypi|rubygems|nuget|packagist|crates|hex|npmjs)\.(?:org|io|pm)\b|\bfiles\.pythonhosted\.|\bproxy\.golang\.org\b|\brepo1?\.maven\b|\bregistry-1\.docker\.|\b(?:Get|Head) "https:\/\/(?!cloud\.mongodb)/i

/** Whether a record is about MongoDB: it says so, another service is meant, or nothing tells. */
export function subjectOf(text: string): 'mongodb' | 'other' | 'unknown' {
  const said = fetching.test(text) ? linesWhere(text, (line) => !fetching.test(line)) : text
  if (ours.test(said)) return 'mongodb'
  return said !== text || speaksOfOthers(said) ? 'other' : 'unknown'
}

const speaksOfOthers = (text: string): boolean => canMatch(others, text.toLowerCase()) && others.test(text)

/** A record about MongoDB without its lines that speak of another service. */
export function oursAlone(text: string): string {
  if (!text.includes('\n') || !(speaksOfOthers(text) || fetching.test(text))) return text
  return linesWhere(text, (line) => subjectOf(line) !== 'other')
}

/** A text without the keys of documents that an error quotes: what users stored is no message. */
export function withoutKeys(text: string): string {
  return text.includes('dup key: {') ? text.replaceAll(/\bdup key: \{[^{}\n]{0,2000}\}/g, 'dup key') : text
}

// A line of a program that says what it would print, not what happened.
const program =
  /(?:console\.(?:log|error|warn)|\bprint(?:ln|f)?|\blog(?:ger|ging)?\.\w{1,10}|System\.(?:out|err)\.\w{1,10})\(\s{0,4}f?["'`]|\b(?:throw new \w{0,40}(?:Error|Exception)|raise \w{1,40})\(\s{0,4}f?["'`]/

/** A text without its lines of source code. */
export function withoutProgram(text: string): string {
  return program.test(text) ? linesWhere(text, (line) => !program.test(line)) : text
}

const linesWhere = (text: string, keep: (line: string) => boolean): string =>
  text.split('\n').filter(keep).join('\n')
