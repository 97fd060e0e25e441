import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { jvmDrivers } from './jvm.ts'
import type { Recorded } from './recorded.ts'

const npm = (name: string, version: string, program: string): Recorded => ({
  name: `${name === 'mongodb' ? 'node' : name}-${version}`,
  group: name === 'mongodb' ? 'node' : name,
  install: `echo '{"type":"module"}' > package.json && npm install --ignore-scripts --no-audit --no-fund ${name}@${version} socks@2`,
  run: ['node', `PROGRAMS/${program}`],
  tools: ['node', 'npm'],
})

const pypi = (name: string, group: string, packages: string, program: string): Recorded => ({
  name,
  group,
  install: `python3 -m venv . && bin/pip install ${packages} python-snappy zstandard`,
  run: ['bin/python', `PROGRAMS/${program}`],
  tools: ['python3'],
})

const crate = (name: string, features: string, program: string): Recorded => ({
  name,
  group: 'rust',
  install: [
    `cp PROGRAMS/${program}/main.rs .`,
    `sed 's/VERSION/${name.slice('rust-'.length)}/; s/FEATURES/${features}/' PROGRAMS/rust/Cargo.toml > Cargo.toml`,
    'CARGO_PROFILE_DEV_DEBUG=0 cargo build --quiet && cp target/debug/record . && rm -rf target',
  ].join(' && '),
  run: ['./record'],
  tools: ['cargo'],
})

/** In the order in which people meet them. */
export const drivers: readonly Recorded[] = [
  npm('mongodb', '7.9.0', 'node.mjs'),
  npm('mongodb', '5.9.2', 'node.mjs'),
  npm('mongodb', '4.17.2', 'node.mjs'),
  npm('mongodb', '3.7.4', 'node.mjs'),
  npm('mongoose', '9.12.1', 'mongoose.mjs'),
  npm('mongoose', '6.13.0', 'mongoose.mjs'),
  npm('mongoose', '5.13.20', 'mongoose.mjs'),
  {
    name: 'mongosh-2.12.0',
    group: 'mongosh',
    install: 'echo {} > package.json && npm install --ignore-scripts --no-audit --no-fund mongosh@2.12.0',
    run: [
      'sh',
      '-c',
      `node node_modules/mongosh/bin/mongosh.js --quiet "$RECORD_URI" --eval "db.runCommand({ ping: 1 }); db.orders.findOne(); print('no error')"`,
    ],
    tools: ['node', 'npm'],
  },
  pypi('pymongo-4.20.1', 'pymongo', "'pymongo[srv]==4.20.1'", 'pymongo_sync.py'),
  pypi('pymongo-async-4.20.1', 'pymongo', "'pymongo[srv]==4.20.1'", 'pymongo_async.py'),
  pypi('pymongo-4.6.3', 'pymongo', "'pymongo[srv]==4.6.3'", 'pymongo_sync.py'),
  pypi('pymongo-3.13.0', 'pymongo', "'pymongo[srv]==3.13.0'", 'pymongo_sync.py'),
  pypi('motor-3.7.1', 'motor', "'motor[srv]==3.7.1'", 'motor_main.py'),
  pypi(
    'mongoengine-0.29.3',
    'mongoengine',
    "mongoengine==0.29.3 'pymongo[srv]==4.18.3'",
    'mongoengine_main.py',
  ),
  {
    name: 'go-2.10.0',
    group: 'go',
    install:
      'cp PROGRAMS/go/main.go . && go mod init record && go get go.mongodb.org/mongo-driver/v2@v2.10.0 && go build -mod=mod -o record .',
    run: ['./record'],
    tools: ['go'],
  },
  {
    name: 'go-1.17.10',
    group: 'go',
    install:
      'cp PROGRAMS/go1/main.go . && go mod init record && go get go.mongodb.org/mongo-driver@v1.17.10 && go build -mod=mod -o record .',
    run: ['./record'],
    tools: ['go'],
  },
  ...jvmDrivers,
  crate('rust-3.9.1', 'default-features = true, features = ["socks5-proxy"]', 'rust'),
  crate('rust-2.8.2', 'features = ["openssl-tls"]', 'rust2'),
  {
    name: 'c-debian12',
    group: 'c',
    install: 'cc -o record PROGRAMS/main.c $(pkg-config --cflags --libs libmongoc-1.0)',
    run: ['./record'],
    tools: ['cc', 'pkg-config'],
  },
  {
    name: 'php-debian12',
    group: 'php',
    install: 'php -m | grep -q mongodb',
    run: ['php', 'PROGRAMS/main.php'],
    tools: ['php'],
  },
  {
    name: 'ruby-debian12',
    group: 'ruby',
    install: 'ruby -e "require %q(mongo)"',
    run: ['ruby', 'PROGRAMS/main.rb'],
    tools: ['ruby'],
  },
  {
    name: 'perl-debian12',
    group: 'perl',
    install: 'perl -MMongoDB -e 1',
    run: ['perl', 'PROGRAMS/main.pl'],
    tools: ['perl'],
  },
]

/** The first tool that is not on the path; null: all are there. */
export function missingTool({ tools }: Recorded): string | null {
  const path = (process.env.PATH ?? '').split(':')
  return tools.find((tool) => !path.some((folder) => existsSync(join(folder, tool)))) ?? null
}
