import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-user-changing',
  confirm:
    'Wait three minutes after the last change of the user (Atlas says "deploying your changes") and try again; for a temporary user look at its expiry.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:just|newly|recently)[^\n]{0,30}(?:created|changed|added|updated|rotated)[^\n]{0,60}(?:user|password|credential)|(?:user|password)[^\n]{0,40}(?:just|newly|recently) (?:created|changed|added|updated|reset)|We are deploying your changes|temporary (?:database )?user|deleteAfterDate|after (?:a few|some|\d{1,2}) minutes[^\n]{0,40}(?:it )?works/i,
      with: [/bad auth|[Aa]uthentication ?[Ff]ailed/],
      certainty: 'possible',
      weight: 9,
      sample: 'I just created the user: bad auth : authentication failed; after a few minutes it works',
    },
  ],
}
