import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'server-starting',
  confirm: 'Run `mongowhy` again a minute later: if the port is open then, the server was still starting.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /dependency failed to start: container [\w.-]{0,60}mongo[\w.-]{0,60} (?:is unhealthy|has no healthcheck)/i,
      certainty: 'likely',
      sample: 'dependency failed to start: container app-mongo-1 is unhealthy',
    },
  ],
}
