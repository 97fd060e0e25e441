import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'auth-stale-volume',
  title: 'The data volume is older than the settings of its users',
  shownBy: 'server-log',
  explanation: says`The MongoDB image creates the user of MONGO_INITDB_ROOT_USERNAME and MONGO_INITDB_ROOT_PASSWORD once, when its data directory is empty. A volume that was there before keeps the users, and the passwords, that it was made with; changed variables change nothing.`,
  steps: [
    says`If the data may go: docker compose down --volumes, then up. The users are made anew.`,
    says`If it must stay: log in with the password of before and db.getSiblingDB("admin").updateUser("NAME", { pwd: passwordPrompt() }).`,
    says`If nobody knows that password: start the server once without --auth, reachable from nowhere else, create the user, and start it again as usual.`,
    says`If only MONGO_INITDB_DATABASE changed: it names the database for the scripts in /docker-entrypoint-initdb.d and creates no user in it.`,
  ],
  confirm: says`Look at the container's log from its start: MongoDB init process complete appears only when users were created. Without it, the volume was not empty.`,
})
