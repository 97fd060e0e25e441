import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-read-preference',
  confirm:
    'Apply the read preference by hand to the members in the error (type, tags, lag): none fits, then relax it or mend the tags.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /No (?:replica set members|servers|suitable servers?) match(?:es|ing)? (?:selector|read preference)[^\n]{0,120}(?:Secondary|Nearest|tag)|No (?:replica set )?(?:members?|secondar(?:y|ies)|server)[^\n]{0,40}(?:match|available)[^\n]{0,60}(?:tag|read ?preference|selector "?Secondary)|mode=Secondary|ReadPreferenceServerSelector\{readPreference=ReadPreference\{name=secondary|read preference \{ mode: "(?:secondary|nearest)|Secondary\(tag_sets|maxStaleness(?:Seconds)?[^\n]{0,60}|mode: "secondary"/i,
      // The default preference in the headline of every fault.
      unless: [/ServerSelector::Primary\b|read preference primary\b/],
      certainty: 'likely',
      weight: 3,
      sample: `pymongo.errors.ServerSelectionTimeoutError: No replica set members match selector "Secondary(tag_sets=[{'dc': 'ny'}], max_staleness=-1, hedge=None)"`,
    },
    {
      driver: 'any',
      pattern: 'server:160',
      certainty: 'likely',
      weight: 2,
      sample: 'code: 160',
    },
    {
      driver: 'rust',
      pattern: /(?:No|None of the available) servers suitable for criteria ReadPreference\((?!Primary\b)/,
      certainty: 'likely',
      weight: 5,
      sample:
        'Server selection timeout: No servers suitable for criteria ReadPreference(Secondary { tag_sets: Some([]) })',
    },
  ],
}
