import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-stale-volume',
  confirm:
    'Look at when the volume was made: MONGO_INITDB_ROOT_* works on an empty volume only; make the user by hand, or (losing the data) a new volume.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /MONGO_INITDB_\w{3,40}|mongo-?data:\/data\/db|:\/data\/db\b|docker-entrypoint-initdb\.d|docker volume|volumes?:\s/,
      with: [/[Aa]uthentication ?[Ff]ailed|UserNotFound|Could not find user/],
      unless: [/authSource=(?!admin)|for db \\?"(?!admin)/],
      certainty: 'likely',
      weight: 4,
      sample:
        'MONGO_INITDB_ROOT_USERNAME=root docker-compose: UserNotFound: Could not find user "root" for db "admin"',
    },
    {
      driver: 'any',
      pattern: 'in:container',
      with: [/[Aa]uthentication ?[Ff]ailed|UserNotFound/],
      certainty: 'possible',
      weight: 2,
      sample: 'docker logs: UserNotFound: Could not find user "root" for db "admin"',
    },
  ],
}
