const ours = /mongo|bson|:2701[789]\b|\bdocdb\b|\bcosmos\b|ServerSelection|\bquerySrv\b|AtlasError/i

const others =
  /\bredis\b|\bioredis\b|:6379\b|\bpostgres|\bpsycopg|:5432\b|\bmysql|\bmariadb\b|:3306\b|\bkafka\b|:9092\b|\brabbitmq\b|\bamqp|:5672\b|\belasticsearch\b|:9200\b|\bmemcached\b|:11211\b|\bsmtp\b|\bnodemailer\b|\bAxiosError\b|\bfetch failed\b|\bsqlserver\b|:1433\b|\bcassandra\b|:9042\b|\bzookeeper\b|:2181\b|\bnpm ERR!|\bpip install\b/i

/** Whether a record is about MongoDB: it says so, another service is meant, or nothing tells. */
export function subjectOf(text: string): 'mongodb' | 'other' | 'unknown' {
  if (ours.test(text)) return 'mongodb'
  return others.test(text) ? 'other' : 'unknown'
}
