import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'uri-not-applied',
  title: 'The application does not use the connection string that was set',
  shownBy: 'error-text',
  explanation: says`The error names localhost:27017, the default of every driver, although another host was configured. So the setting never reached the driver: the framework reads another key, another file or profile, or reads it before it is set.`,
  steps: [
    says`Find the key that this version of the framework reads. Spring Boot 4 reads spring.mongodb.uri; versions 2 and 3 read spring.data.mongodb.uri, and host, port and uri must not stand side by side there.`,
    says`Look at what arrives: print the host part of the value (not the password) just before the client is made. In Spring: the actuator's env endpoint, or --debug.`,
    says`Check the order: dotenv must be loaded before the module that reads the variable; a container must be given it (docker compose config, kubectl exec POD -- printenv).`,
    says`Check the profile or stage that is active, and that the build copies the file that was edited.`,
  ],
  confirm: says`Compare the host in the error with the host that was set. If it is localhost:27017 and that was not set, it is this; if it is the one that was set, the server behind it refuses.`,
})
