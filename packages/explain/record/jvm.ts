import type { Recorded } from './recorded.ts'

/** An artifact with everything that it needs, in a folder. */
const withDependencies = (artifact: string, folder: string): string => {
  const [group, name, version] = artifact.split(':')
  return [
    `sed 's/GROUP/${group}/; s/ARTIFACT/${name}/; s/VERSION/${version}/' PROGRAMS/pom.xml > pom.xml`,
    `mvn -q -B dependency:copy-dependencies -DoutputDirectory=${folder}`,
  ].join(' && ')
}

/** A logger for the drivers, which log through SLF4J; without it they say only what they throw. */
const logger = ['slf4j-api', 'slf4j-simple']
  .map((name) => `mvn -q -B dependency:copy -Dartifact=org.slf4j:${name}:2.0.17 -DoutputDirectory=lib`)
  .join(' && ')

const jvm = (name: string, group: string, main: string, install: readonly string[]): Recorded => ({
  name,
  group,
  install: install.join(' && '),
  run: ['sh', '-c', `exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC $RECORD_JAVA -cp "lib/*:." ${main}`],
  tools: ['java', 'javac', 'mvn'],
  files: 'truststore',
})

const java = (version: string): Recorded =>
  jvm(`java-${version}`, 'java', 'Record', [
    withDependencies(`org.mongodb:mongodb-driver-sync:${version}`, 'lib'),
    logger,
    'javac -cp "lib/*" -d . PROGRAMS/java/Record.java',
  ])

/** Drivers of the JVM and what is built on them; Kotlin and Scala are compiled by their own compilers, from Maven. */
export const jvmDrivers: readonly Recorded[] = [
  java('5.6.1'),
  java('4.11.5'),
  jvm('spring-3.5.7', 'spring', 'com.example.orders.Application', [
    withDependencies('org.springframework.boot:spring-boot-starter-data-mongodb:3.5.7', 'lib'),
    'javac -parameters -cp "lib/*" -d . PROGRAMS/spring/Application.java',
  ]),
  jvm('kotlin-5.5.1', 'kotlin', 'RecordKt', [
    withDependencies('org.mongodb:mongodb-driver-kotlin-coroutine:5.5.1', 'lib'),
    withDependencies('org.jetbrains.kotlin:kotlin-compiler-embeddable:1.8.10', 'compiler'),
    'java -cp "compiler/*" org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -no-stdlib -no-reflect -cp "$(echo lib/*.jar | tr " " :)" -d . PROGRAMS/kotlin/Record.kt',
  ]),
  jvm('scala-5.5.1', 'scala', 'Record', [
    withDependencies('org.mongodb.scala:mongo-scala-driver_2.13:5.5.1', 'lib'),
    withDependencies('org.scala-lang:scala-compiler:2.13.16', 'compiler'),
    'java -cp "compiler/*" scala.tools.nsc.Main -cp "$(echo lib/*.jar | tr " " :)" -d . PROGRAMS/scala/Record.scala',
  ]),
]
