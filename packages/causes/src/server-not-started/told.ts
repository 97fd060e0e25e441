import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'server-not-started',
  title: 'mongod ends as soon as it is started',
  shownBy: 'server-log',
  explanation: says`mongod checks its directory, its lock, its port and its options when it starts, and ends with a message when one of them does not do. Seen from a client the port is closed.`,
  steps: [
    says`Read the end of its log or of the container's: the last lines with severity F or E name the reason.`,
    says`Status 100, or Data directory not found, Permission denied: the dbPath must exist and belong to the user mongod (in the image: 999). sudo chown -R mongod:mongod DBPATH.`,
    says`Unable to lock the lock file: another mongod runs on the same dbPath; find it (pgrep -a mongod). Do not delete the lock file while it runs.`,
    says`Address already in use: another program has port 27017 (ss -ltnp).`,
    says`Status 62 or UPGRADE PROBLEM: the files are of another release; upgrade one release after the other.`,
    says`Status 14, or killed with 137: out of memory, out of disk, or damaged files; the lines before it say which.`,
  ],
  confirm: says`Start it by hand, as its own user and in the foreground: mongod --config /etc/mongod.conf. What it prints last is the reason.`,
})
