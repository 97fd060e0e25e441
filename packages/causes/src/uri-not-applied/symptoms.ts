import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-not-applied',
  confirm:
    'Compare the host in the error with the one configured: where they differ, find the key that this framework version reads, and print what it received.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'host:default-instead',
      with: [/refused|ECONNREFUSED|Exception opening socket|actively refused|\[Errno|timed out/i],
      certainty: 'likely',
      weight: 4,
      sample: `spring.data.mongodb.uri=mongodb://ada@db.example.net/app
com.mongodb.MongoSocketOpenException: Exception opening socket ... address=localhost:27017 Caused by: java.net.ConnectException: Connection refused`,
    },
    {
      driver: 'spring',
      pattern: /localhost:27017/,
      with: [
        /spring\.(?:data\.)?mongodb\.(?:uri|host)|application\.(?:yml|yaml|properties)|SPRING_(?:DATA_)?MONGODB/i,
      ],
      certainty: 'likely',
      weight: 1,
      sample:
        'org.mongodb.driver.cluster : Exception in monitor thread while connecting to server localhost:27017',
    },
    {
      driver: 'spring',
      pattern:
        /Exception in monitor thread while connecting to server localhost:27017|servers=\[\{address=localhost:27017/,
      certainty: 'possible',
      weight: 2,
      sample: 'Exception in monitor thread while connecting to server localhost:27017',
    },
    {
      driver: 'django',
      pattern: /localhost:27017: \[(?:Errno|WinError)/,
      with: [/'CLIENT'|djongo|'HOST'/i],
      certainty: 'likely',
      weight: 2,
      sample: 'pymongo.errors.ServerSelectionTimeoutError: localhost:27017: [Errno 111] Connection refused',
    },
    {
      driver: 'pymongo',
      pattern: /localhost:27017: \[(?:Errno|WinError)/,
      with: [/os\.(?:environ|getenv)|load_dotenv|settings\.|config\[/],
      certainty: 'possible',
      sample: 'pymongo.errors.ServerSelectionTimeoutError: localhost:27017: [Errno 111] Connection refused',
    },
    {
      driver: 'mongoengine',
      pattern: /localhost:27017: \[(?:Errno|WinError)/,
      certainty: 'possible',
      weight: 3,
      sample: `mongoengine
pymongo.errors.ServerSelectionTimeoutError: localhost:27017: [Errno 111] Connection refused`,
    },
    {
      driver: 'ruby',
      pattern: /localhost:27017|127\.0\.0\.1:27017/,
      with: [/mongoid\.yml|Mongoid/i],
      certainty: 'possible',
      weight: 2,
      sample:
        'Mongo::Error::NoServerAvailable: No server is available matching preference ... seeds=[localhost:27017] (Mongoid)',
    },
    {
      driver: 'any',
      pattern: /Cluster created with settings \{hosts=\[localhost:27017\]/,
      certainty: 'possible',
      weight: 4,
      sample: `Cluster created with settings {hosts=[localhost:27017], mode=SINGLE, requiredClusterType=UNKNOWN, serverSelectionTimeout='30000 ms'}`,
    },
  ],
}
