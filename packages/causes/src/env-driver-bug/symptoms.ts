import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-driver-bug',
  symptoms: [
    {
      driver: 'node',
      pattern: /TypeError: [^\n]{1,200}\n\s{1,8}at [^\n]{1,200}node_modules[\\/]mongodb[\\/]lib[\\/]/,
      certainty: 'possible',
      sample: `TypeError: Cannot read properties of undefined (reading 'maxWireVersion')\n    at Connection.command (/app/node_modules/mongodb/lib/cmap/connection.js:301:23)`,
    },
    {
      driver: 'pymongo',
      pattern:
        /File "[^"\n]{1,200}[\\/]pymongo[\\/]\w{1,40}\.py", line \d{1,5}, in \w{1,60}\n[^\n]{0,200}\n(?:AttributeError|TypeError|AssertionError)/,
      certainty: 'possible',
      sample: `  File "/app/.venv/lib/python3.12/site-packages/pymongo/pool.py", line 99, in connect\n    x.y\nAttributeError: 'NoneType' object has no attribute 'y'`,
    },
    {
      driver: 'go',
      pattern: /panic: [^\n]{1,200}(?:\n[^\n]{0,200}){0,6}go\.mongodb\.org\/mongo-driver/,
      certainty: 'possible',
      sample: `panic: runtime error: invalid memory address or nil pointer dereference\ngoroutine 1 [running]:\ngo.mongodb.org/mongo-driver/x/mongo/driver/topology.(*Topology).Connect(0x0)`,
    },
  ],
}
